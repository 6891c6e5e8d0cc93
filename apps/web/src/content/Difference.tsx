// How a difference between two texts is shown: struck and underlined, with a sign and in words, not by colour alone.
import type { ReactElement } from 'react';
import { useWords } from '../words/use-words.ts';
import { differenceWords } from './words.ts';
import { wordDifference } from '@chancery/answer-doc';

/** Words kept around a change, so that a long text shows where it changed. */
const contextLength = 120;

export function Difference({ before, after }: { readonly before: string; readonly after: string }): ReactElement {
  const { say } = useWords();
  if (before === after) return <p>{say(differenceWords.onlyTicks)}</p>;
  const passages = wordDifference(before, after);
  return (
    <div className="difference">
      {passages.map(({ kind, text }, index) => {
        // The list is made again with every text; a passage has no other name than its position.
        const key = index;
        if (kind === 'same') return <span key={key}>{shortened(text, index === 0, index === passages.length - 1)}</span>;
        const Element = kind === 'added' ? 'ins' : 'del';
        return (
          <Element key={key}>
            <span className="sr-only">{say(kind === 'added' ? differenceWords.added : differenceWords.removed)} </span>
            {text}
            <span className="sr-only"> {say(differenceWords.end)}</span>
          </Element>
        );
      })}
    </div>
  );
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return text;
  const [head, tail] = [isFirst ? '' : text.slice(0, contextLength), isLast ? '' : text.slice(-contextLength)];
  return head.length + tail.length >= text.length ? text : `${head} … ${tail}`;
}
