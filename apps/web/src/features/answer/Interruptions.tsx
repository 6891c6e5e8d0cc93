// Owns what a person is told when an answer closes under their hands, and the words of theirs that were not taken.
import { type ReactElement, useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { endingWords, refusedWords } from '../../words/answer.ts';
import { useWords } from '../../words/use-words.ts';
import type { Ending } from './connection/connection-state.ts';

export interface EndingNoticeProps {
  readonly ending: Ending;
  readonly onSignIn: () => void;
  readonly onReopen: () => void;
}

export function EndingNotice({ ending, onSignIn, onReopen }: EndingNoticeProps): ReactElement {
  const { say } = useWords();
  return (
    <Banner tone="danger" className="my-4">
      <p>{say(endingWords[ending])}</p>
      <div className="mt-2">
        <WayOn ending={ending} onSignIn={onSignIn} onReopen={onReopen} />
      </div>
    </Banner>
  );
}

function WayOn({ ending, onSignIn, onReopen }: EndingNoticeProps): ReactElement | null {
  const { say } = useWords();
  switch (ending) {
    case 'signed-out':
      return <Button onPress={onSignIn}>{say(endingWords.signIn)}</Button>;
    case 'outdated':
      return <Button onPress={() => location.reload()}>{say(endingWords.reload)}</Button>;
    case 'not-permitted':
    case 'unknown-question':
    case 'quarantined':
      return null;
    case 'edits-refused':
    case 'message-refused':
    case 'too-large':
    case 'too-fast':
      return <Button onPress={onReopen}>{say(endingWords.reopen)}</Button>;
  }
}

export interface RefusedWordsProps {
  readonly ending: Ending;
  readonly words: readonly string[];
  readonly onDismiss: () => void;
}

export function RefusedWords({ ending, words, onDismiss }: RefusedWordsProps): ReactElement {
  const { say } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const explained =
    words.length === 0 ? refusedWords.none : ending === 'edits-refused' ? refusedWords.explainedKept : refusedWords.explained;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words.join('\n\n'));
    setIsCopied(true);
  };
  return (
    <Banner tone="warning" className="my-4">
      <p className="font-semibold">{say(words.length === 0 ? endingWords[ending] : refusedWords.title)}</p>
      <p>{say(explained)}</p>
      {words.map((it) => (
        <blockquote key={it} className="mt-2 rounded-3 bg-paper px-3 py-2 whitespace-pre-wrap text-ink">
          {it}
        </blockquote>
      ))}
      <div className="mt-3 flex gap-2">
        {words.length === 0 ? null : (
          <Button onPress={() => void copy()} icon={isCopied ? 'check' : 'file'}>
            {say(isCopied ? refusedWords.copied : refusedWords.copy)}
          </Button>
        )}
        <Button onPress={onDismiss}>{say(refusedWords.dismiss)}</Button>
      </div>
    </Banner>
  );
}
