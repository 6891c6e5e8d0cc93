// The moment of a decision: the exact words agreed to, the reason where one is asked for, and the difference when the text has changed meanwhile.
import { plainText } from '@chancery/answer-doc';
import { type AnswerContent, doubtsOf, isVisible, type Phase, type Question, type ReturnReason } from '@chancery/domain';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import type { MessageDescriptor } from 'react-intl';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { shellWords } from '../../words/shell.ts';
import { decisionWords, signOffWords } from './words.ts';
import { useWords } from '../../words/use-words.ts';
import { ContentView } from '../../content/ContentView.tsx';
import { Difference } from '../../content/Difference.tsx';
import { type DecisionKind, isAboutText, type TakingBack } from './next-decision.ts';
import { maxReasonLength, ReasonFields } from './ReasonFields.tsx';

export type TakenDecision =
  | { readonly decision: Exclude<DecisionKind, TakingBack> }
  | { readonly decision: TakingBack; readonly reason: ReturnReason; readonly text: string };

export interface DecisionDialogProps {
  readonly decision: DecisionKind;
  readonly agencyName: string;
  /** The words that the record will keep; null for a decision that is explained by its reason. */
  readonly words: string | null;
  /** What the person had on the screen when the dialog opened, and what stands there now. */
  readonly question: Question;
  readonly seen: AnswerContent;
  readonly standing: AnswerContent;
  readonly hasChanged: boolean;
  /** What this agency cleared before, where that was another text. */
  readonly cleared: { readonly at: number; readonly content: AnswerContent } | null;
  /** How far the round had come that this undoes; null when it undoes no approval. */
  readonly voids: Exclude<Phase, 'open'> | null;
  /** Why it must wait a moment; null when it need not. */
  readonly holdUp: string | null;
  /** Why the last attempt was refused; null when it was not. */
  readonly failure: string | null;
  readonly isUnderWay: boolean;
  /** Takes the text as it stands for the one that was seen. */
  readonly onSeeChange: () => void;
  readonly onTake: (taken: TakenDecision) => void;
  readonly onCancel: () => void;
}

export function DecisionDialog(props: DecisionDialogProps): ReactElement {
  const { decision, agencyName, hasChanged, onCancel, onTake, holdUp, isUnderWay, failure } = props;
  const { say } = useWords();
  // None stands ready: the record keeps the reason that somebody chose.
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [text, setText] = useState('');
  const title = say(decisionWords[decision], { agency: agencyName });
  if (isAboutText(decision) && hasChanged) return <ChangedMeanwhile {...props} title={title} />;
  const missing = isAboutText(decision) ? null : missingReason(reason, text);
  const take = (): void => {
    if (isAboutText(decision)) onTake({ decision });
    else if (reason !== null) onTake({ decision, reason, text: text.trim() });
  };
  return (
    <Dialog
      title={title}
      shape={isAboutText(decision) ? 'wide' : 'centre'}
      onClose={onCancel}
      foot={
        <>
          <Button onPress={onCancel}>{say(shellWords.cancel)}</Button>
          <Button look="primary" reasonOff={missing === null ? holdUp : say(missing)} isBusy={isUnderWay} onPress={take}>
            {title}
          </Button>
        </>
      }
    >
      <div className={isAboutText(decision) ? 'grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]' : undefined}>
        {isAboutText(decision) ? <SeenText {...props} /> : null}
        <div className="flex flex-col gap-4">
          <Explained {...props} />
          {isAboutText(decision) ? null : <ReasonFields reason={reason} text={text} onReason={setReason} onText={setText} />}
          {failure === null ? null : <Warning isDanger>{failure}</Warning>}
        </div>
      </div>
    </Dialog>
  );
}

function missingReason(reason: ReturnReason | null, text: string): MessageDescriptor | null {
  if (text.trim().length > maxReasonLength) return signOffWords.reasonTextTooLong;
  if (reason === null) return signOffWords.reasonMissing;
  return reason === 'other' && !isVisible(text) ? signOffWords.reasonTextMissing : null;
}

/** The very text that the decision names, and what has changed in it since this agency cleared it. */
function SeenText({ question, seen, cleared }: DecisionDialogProps): ReactElement {
  const { say, moment } = useWords();
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {cleared === null ? null : (
        <section aria-labelledby={`${id}-changed`} className="rounded-6 border border-line px-4 py-3">
          <h3 id={`${id}-changed`} className="mb-2 text-15 font-semibold">
            {say(signOffWords.changedSince, { moment: moment(cleared.at) })}
          </h3>
          <Difference before={plainText(cleared.content)} after={plainText(seen)} />
        </section>
      )}
      <section aria-labelledby={`${id}-text`} className="rounded-6 bg-paper px-4 py-3 ring-1 ring-line">
        <h3 id={`${id}-text`} className="mb-2 text-15 font-semibold">
          {say(signOffWords.thisText)}
        </h3>
        <ContentView question={question} content={seen} />
      </section>
    </div>
  );
}

function Explained({ decision, words, voids, question, standing }: DecisionDialogProps): ReactElement {
  const { say } = useWords();
  const doubts = isAboutText(decision) ? doubtsOf(question, standing) : null;
  const explained = {
    clear: signOffWords.clearExplained,
    return: signOffWords.returnExplained,
    reopen: signOffWords.reopenExplained,
    accept: null,
    'no-answer': null,
  };
  const sentence = explained[decision];
  return (
    <>
      {words === null ? null : (
        <blockquote className="rounded-6 border-s-4 border-accent bg-accent-tint px-4 py-3 text-17">{words}</blockquote>
      )}
      {sentence === null ? null : <p className="text-ink-soft">{say(sentence)}</p>}
      {(doubts?.unticked ?? []).length === 0 ? null : <Warning>{say(signOffWords.doubtUnticked)}</Warning>}
      {(doubts?.malformed ?? []).length === 0 ? null : <Warning>{say(signOffWords.doubtMalformed)}</Warning>}
      {voids === null ? null : <Warning>{say(voids === 'sent' ? signOffWords.voidsSent : signOffWords.voidsApproval)}</Warning>}
    </>
  );
}

function Warning({ children, isDanger = false }: { readonly children: ReactNode; readonly isDanger?: boolean }): ReactElement {
  return (
    <p
      role="alert"
      className={isDanger ? 'rounded-6 bg-danger-tint px-4 py-3 text-danger' : 'rounded-6 bg-warning-tint px-4 py-3 text-warning'}
    >
      {children}
    </p>
  );
}

function ChangedMeanwhile({
  title,
  seen,
  standing,
  onCancel,
  onSeeChange,
}: DecisionDialogProps & { readonly title: string }): ReactElement {
  const { say } = useWords();
  const [before, after] = [plainText(seen), plainText(standing)];
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      foot={
        <>
          <Button onPress={onCancel}>{say(signOffWords.readAgain)}</Button>
          <Button look="primary" onPress={onSeeChange}>
            {say(signOffWords.seenChange)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4" role="alert">
        <Warning>
          <strong>{say(signOffWords.changedTitle)}</strong> {say(signOffWords.changedText)}
        </Warning>
        <Difference before={before} after={after} />
      </div>
    </Dialog>
  );
}
