// The end of the page: the sentence that is signed, exactly as the record keeps it, the proof of identity, and the button.
import type { ReactElement } from 'react';
import type { Question, Refusal } from '@chancery/domain';
import { Failure, failureCode } from '../../../api/failure.ts';
import { useRound } from '../../../api/current-round.ts';
import { Banner } from '../../../ui/page/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { approvalRefusalWords, obstacleWords, signatureWords } from '../words.ts';
import { refusalSentence } from '../../../words/refusals.ts';
import { useWords } from '../../../words/use-words.ts';
import type { Obstacle } from './obstacle.ts';
import type { ProvingIdentity } from './ApprovalProof.tsx';
import { UnfinishedLinks } from './ApprovalChecklist.tsx';
import { ApprovalProof } from './ApprovalProof.tsx';

interface ApprovalSignatureProps {
  /** The sentence as it will be kept; null while a statement is not loaded. */
  readonly words: string | null;
  readonly obstacle: Obstacle | null;
  readonly identity: ProvingIdentity;
  /** Why the last attempt was refused; null when it was not. */
  readonly failure: unknown;
  readonly isUnderWay: boolean;
  readonly onApprove: () => void;
}

export function ApprovalSignature({ words, obstacle, identity, failure, isUnderWay, onApprove }: ApprovalSignatureProps): ReactElement {
  const { say } = useWords();
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-col gap-6 px-4 py-5 sm:px-6 sm:py-6">
        <div>
          <h3 className="text-13 font-medium text-ink-soft">{say(signatureWords.whatIsSigned)}</h3>
          <SignedWords words={words ?? ''} />
          <p className="mt-3 max-w-[72ch] text-13 text-ink-soft">{say(signatureWords.whatFollows)}</p>
        </div>
        <ApprovalProof isProven={identity.proof === 'proven'} isExpired={identity.proof === 'expired'} onProven={identity.prove} />
      </div>
      <div className="flex flex-col gap-3 border-t border-line bg-sunken/50 px-4 py-4 sm:px-6">
        {failure === null ? null : <RefusedApproval failure={failure} />}
        <div>
          <Button
            look="primary"
            size="large"
            icon="seal"
            isBusy={isUnderWay}
            reasonOff={obstacle === null ? null : say(obstacleWords[obstacle])}
            onPress={onApprove}
          >
            {say(signatureWords.approve)}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** The words as they are kept, line for line. */
export function SignedWords({ words }: { readonly words: string }): ReactElement {
  return (
    <blockquote className="mt-2 flex max-w-[72ch] flex-col gap-2 border-s-3 border-accent py-1 ps-4 text-17 leading-normal">
      {words.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </blockquote>
  );
}

function RefusedApproval({ failure }: { readonly failure: unknown }): ReactElement {
  const { say } = useWords();
  const { questions } = useRound();
  const code = failureCode(failure);
  const isOwn = code in approvalRefusalWords;
  const unfinished = unfinishedIn(failure).flatMap((id) => questions.get(id) ?? []);
  return (
    <Banner tone="danger">
      <p>{isOwn ? say(approvalRefusalWords[code as keyof typeof approvalRefusalWords]) : say(...refusalSentence(failure))}</p>
      {unfinished.length === 0 ? null : <UnfinishedLinks questions={unfinished} />}
    </Banner>
  );
}

function unfinishedIn(failure: unknown): readonly Question['id'][] {
  const refusal: Refusal | null = failure instanceof Failure ? (failure.problem?.refusal ?? null) : null;
  return refusal?.code === 'questions-unfinished' ? refusal.questions : [];
}
