// What a person is told of words of theirs that are not in the answer: why, where they are, and the words themselves.
import type { QuestionId, RoundId } from '@chancery/domain';
import { type KeyboardEvent, type ReactElement, type RefObject, useState } from 'react';
import { useRound } from '../../api/current-round.ts';
import { Banner } from '../../ui/page/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { refusedBecauseWords, refusedWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import type { RefusedEdits } from '@chancery/sync-client';
import { type Keeping, useKeeping } from './use-keeping.ts';

export interface RefusedTextProps {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly refusal: RefusedEdits;
  /** What froze the answer; null where it is not frozen. */
  readonly frozenBy: 'accepted' | 'sealed' | null;
  /** Shows the proposal; null where there is no place for it on the screen. */
  readonly onShow: ((proposal: string) => void) | null;
  readonly onDismiss: () => void;
  readonly message?: RefObject<HTMLParagraphElement | null>;
}

export function RefusedText({ round, question, refusal, frozenBy, onShow, onDismiss, message }: RefusedTextProps): ReactElement {
  const { say } = useWords();
  const current = useRound();
  const keeping = useKeeping({ round, question, person: current.round.me.person, refusal });
  const isSure = keeping.status === 'kept' || keeping.status === 'not-needed' || keeping.status === 'asking';
  const { texts: words } = refusal;
  return (
    <Banner tone={isSure ? 'calm' : 'warning'} icon={keeping.status === 'kept' ? 'check-circle' : isSure ? 'clock' : 'warning'}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes a key away, adds no action */}
      <p ref={message} tabIndex={-1} onKeyDown={ignoreSpace} className="font-semibold">
        {say(refusedBecauseWords[because(refusal, frozenBy)])}
      </p>
      <p>{say(refusedWords[keeping.status])}</p>
      {words.map((it, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of an interruption never change
        <blockquote key={at} className="mt-2 rounded-3 bg-paper px-3 py-2 whitespace-pre-wrap text-ink">
          {it}
        </blockquote>
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        <ShowButton keeping={keeping} onShow={onShow} />
        {words.length === 0 ? null : <CopyButton words={words} />}
        <Button onPress={onDismiss}>{say(refusedWords.dismiss)}</Button>
      </div>
    </Banner>
  );
}

function ShowButton({ keeping, onShow }: { readonly keeping: Keeping } & Pick<RefusedTextProps, 'onShow'>): ReactElement | null {
  const { say } = useWords();
  if (keeping.status !== 'kept' || onShow === null) return null;
  return (
    <Button look="primary" onPress={() => onShow(keeping.proposal)}>
      {say(refusedWords.show)}
    </Button>
  );
}

function CopyButton({ words }: { readonly words: readonly string[] }): ReactElement {
  const { say } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words.join('\n\n'));
    setIsCopied(true);
  };
  return (
    <Button onPress={() => void copy()} icon={isCopied ? 'check' : 'file'}>
      {say(isCopied ? refusedWords.copied : refusedWords.copy)}
    </Button>
  );
}

/** Anyone who is typing fast types on for a moment: a space must not scroll the page away. */
function ignoreSpace(event: KeyboardEvent): void {
  if (event.key === ' ') event.preventDefault();
}

function because({ ending }: RefusedEdits, frozenBy: RefusedTextProps['frozenBy']): keyof typeof refusedBecauseWords {
  if (ending === 'edits-refused' && frozenBy !== null) return frozenBy;
  return ending in refusedBecauseWords ? (ending as keyof typeof refusedBecauseWords) : 'edits-refused';
}
