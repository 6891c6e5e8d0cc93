// What is said about a file that led nowhere: what happened, what was kept, what to do.
import { type ReactElement, useEffect, useRef } from 'react';
import { failureCode } from '../../../api/failure.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { importAdviceWords, importFailureWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';

export function FileFailure({ failure }: { readonly failure: unknown }): ReactElement {
  const { say } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const code = failureCode(failure);
  const isOwn = hasOwnWords(code);
  // The way on begins here, also for those who do not see the page.
  useEffect(() => element.current?.focus(), [failure]);
  return (
    <div ref={element} role="alert" tabIndex={-1} className="flex gap-3 rounded-6 bg-danger-tint px-4 py-3 text-15">
      <Icon name={code === 'unreachable' ? 'no-connection' : 'warning'} size={20} className="mt-0.5 text-danger" />
      <div>
        <h2 className="font-semibold text-danger">{say(isOwn ? importFailureWords[code] : importFailureWords.other)}</h2>
        <p className="mt-0.5 max-w-[72ch]">{say(isOwn ? importAdviceWords[code] : refusalSentence(failure))}</p>
      </div>
    </div>
  );
}

function hasOwnWords(code: string): code is keyof typeof importAdviceWords {
  return Object.hasOwn(importAdviceWords, code);
}
