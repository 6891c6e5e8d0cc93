// What a person is told when an answer closes under their hands, and the way on.
import type { ReactElement } from 'react';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { endingWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { ConnectionEnding } from '@chancery/sync-client';

export interface EndingNoticeProps {
  readonly ending: ConnectionEnding;
  readonly onSignIn: () => void;
  readonly onReopen: () => void;
}

export function EndingNotice({ ending, onSignIn, onReopen }: EndingNoticeProps): ReactElement {
  const { say } = useWords();
  return (
    <Banner tone="danger">
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
    case 'replaced':
      return <Button onPress={onReopen}>{say(endingWords.reopen)}</Button>;
  }
}
