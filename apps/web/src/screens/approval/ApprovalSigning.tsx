// The page of the respondent who is about to approve: what stands in the way, the whole form, who stands behind it, the statements, the signature.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { approvalWords as declarationOf, type Question, type QuestionId, questionsOf } from '@chancery/domain';
import { type ReactElement, useCallback, useState } from 'react';
import { call } from '../../api/call.ts';
import { useRound } from '../../api/current-round.ts';
import { failureCode } from '../../api/failure.ts';
import { useIsOnline } from '../../api/online.ts';
import { roundKey, signInQuery } from '../../api/queries.ts';
import { ErrorState } from '../../ui/page/EmptyState.tsx';
import { SkeletonRows } from '../../ui/page/Skeleton.tsx';
import { approvalWords, signatureWords, standingWords, statementWords } from '../../features/approval/words.ts';
import { useWords } from '../../words/use-words.ts';
import { QuestionnaireView } from '../../features/questionnaire/QuestionnaireView.tsx';
import { type ApprovalContents, useApprovalContents } from '../../features/approval/signing/contents.ts';
import {
  type ApprovalSituation,
  type GivenStatement,
  isStillRefused,
  obstacleTo,
  stateOfStatement,
  unfinishedQuestions,
} from '../../features/approval/signing/obstacle.ts';
import { useIdentityProof } from '../../features/approval/signing/ApprovalProof.tsx';
import { ApprovalChanges } from '../../features/approval/signing/ApprovalChanges.tsx';
import { approvalAnchors, ApprovalChecklist } from '../../features/approval/signing/ApprovalChecklist.tsx';
import { ApprovalPart } from '../../features/approval/ApprovalPart.tsx';
import { ApprovalSignature } from '../../features/approval/signing/ApprovalSignature.tsx';
import { ApprovalStanding } from '../../features/approval/ApprovalStanding.tsx';
import { ApprovalStatement } from './ApprovalStatement.tsx';

export function ApprovalSigning(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const { contents, statements, situation, unfinished, questionCount, words, identity, approving, onStatement } = useSigning();
  const failure = approving.error !== null && isStillRefused(failureCode(approving.error), situation) ? approving.error : null;
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <aside className="lg:sticky lg:top-4 lg:order-last lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-px">
        <ApprovalChecklist
          unfinished={unfinished}
          questionCount={questionCount}
          changed={contents.changes.length}
          statements={statements}
          isIdentityProven={situation.isIdentityProven}
        />
      </aside>
      <div className="flex min-w-0 flex-col gap-12">
        <ApprovalChanges changes={contents.changes} onSeen={contents.seeThem} />
        <ApprovalPart id={approvalAnchors.answers} title={say(approvalWords.answers)} lead={say(approvalWords.answersLead)}>
          <WholeForm contents={contents} />
        </ApprovalPart>
        <ApprovalPart id={approvalAnchors.standing} title={say(standingWords.title)} lead={say(standingWords.lead)}>
          <ApprovalStanding />
        </ApprovalPart>
        <ApprovalPart id={approvalAnchors.statements} title={say(statementWords.title)} lead={say(statementWords.lead)}>
          <div className="flex flex-col gap-8">
            {statements.map(({ question }) => (
              <ApprovalStatement key={question.id} round={round.id} question={question} onChange={onStatement} />
            ))}
          </div>
        </ApprovalPart>
        <ApprovalPart id={approvalAnchors.signature} title={say(signatureWords.title)}>
          <ApprovalSignature
            words={words}
            obstacle={obstacleTo(situation)}
            identity={identity}
            failure={failure}
            isUnderWay={approving.isPending}
            onApprove={() => approving.mutate()}
          />
        </ApprovalPart>
      </div>
    </div>
  );
}

/** Everything that the page knows of the approval that is about to be given. */
function useSigning() {
  const { round, questionnaire } = useRound();
  const { given, onStatement } = useStatements();
  const contents = useApprovalContents(given);
  const identity = useIdentityProof();
  const isOnline = useIsOnline();
  const questions = questionsOf(questionnaire);
  const ofRespondent = questions.filter((question) => question.answeredBy === 'respondent');
  const statements = ofRespondent.map((question) => ({ question, state: stateOfStatement(given.get(question.id)) }));
  const unfinished = unfinishedQuestions(questions, round.answers);
  const words = useDeclaration(ofRespondent, given);
  const approving = useApproving(contents, words, identity.forget);
  const situation: ApprovalSituation = {
    isOnline,
    areContentsHere: contents.shown !== null && words !== null,
    unfinished: unfinished.length,
    changed: contents.changes.length,
    statements: statements.map((it) => it.state),
    isIdentityProven: identity.proof === 'proven',
  };
  const questionCount = questions.length - ofRespondent.length;
  return { contents, statements, situation, unfinished, questionCount, words, identity, approving, onStatement };
}

function WholeForm({ contents }: { readonly contents: ApprovalContents }): ReactElement {
  const { questionnaire } = useRound();
  // What was read before a failure stays readable.
  if (contents.shown !== null)
    return <QuestionnaireView questionnaire={questionnaire} contents={contents.byQuestion} unreadable={contents.unreadable} />;
  return (
    <div className="rounded-6 bg-paper ring-1 ring-line">
      {contents.error === null ? <SkeletonRows rows={10} /> : <ErrorState error={contents.error} onRetry={contents.retry} />}
    </div>
  );
}

function useStatements() {
  const [given, setGiven] = useState<ReadonlyMap<QuestionId, GivenStatement>>(new Map());
  const onStatement = useCallback((question: Question, statement: GivenStatement | undefined) => {
    setGiven((known) => {
      const others = [...known].filter(([id]) => id !== question.id);
      return new Map(statement === undefined ? others : [...others, [question.id, statement]]);
    });
  }, []);
  return { given, onStatement };
}

/** The sentence that is signed, made as the server makes it; null until all of it is known. */
function useDeclaration(questions: readonly Question[], statements: ReadonlyMap<QuestionId, GivenStatement>): string | null {
  const { round } = useRound();
  const { data: signIn } = useQuery(signInQuery);
  const person = signIn?.person ?? null;
  const given = questions.flatMap((question) => {
    const statement = statements.get(question.id);
    return statement === undefined ? [] : [{ question, content: statement.content }];
  });
  if (person === null || given.length < questions.length) return null;
  return declarationOf({ round: round.title, country: round.country, name: person.name, title: person.title, statements: given });
}

function useApproving({ shown }: ApprovalContents, words: string | null, onProofRefused: () => void) {
  const { round } = useRound();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      if (shown === null || words === null) throw new Error('the round is approved before it is shown');
      const digests = Object.fromEntries(shown.map(({ question, digest }) => [question, digest]));
      return call('approveRound', { params: { round: round.id }, body: { digests, words } });
    },
    onError: (error) => {
      if (failureCode(error) === 'identity-not-proven') onProofRefused();
    },
    // Also after a refusal: what is shown is no longer what stands.
    onSettled: () => client.invalidateQueries({ queryKey: roundKey(round.id) }),
  });
}
