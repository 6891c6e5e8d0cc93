// What stands in the way of the approval, as far as the screen can know it. The server decides.
import type { AnswerRow } from '@chancery/contract';
import type { AnswerContent, Completeness, Digest, Question, QuestionId } from '@chancery/domain';
import type { FailureCode } from '../../../api/failure.ts';

/** A statement of the respondent as it stands on the screen. */
export interface GivenStatement {
  readonly content: AnswerContent;
  readonly digest: Digest;
  readonly completeness: Completeness;
  /** The server has committed what is on the screen. */
  readonly isSaved: boolean;
}

export type StatementState = 'loading' | 'empty' | 'unconfirmed' | 'saving' | 'given';

const obstacles = [
  'loading',
  'offline',
  'unfinished',
  'changed',
  'statement-unconfirmed',
  'statement-empty',
  'statement-saving',
  'identity',
] as const;
export type Obstacle = (typeof obstacles)[number];

export interface ApprovalSituation {
  readonly isOnline: boolean;
  readonly areContentsHere: boolean;
  readonly unfinished: number;
  readonly changed: number;
  readonly statements: readonly StatementState[];
  readonly isIdentityProven: boolean;
}

/** Questions of agencies that are not accepted yet, in printed order. */
export function unfinishedQuestions(questions: readonly Question[], rows: readonly AnswerRow[]): readonly Question[] {
  const finished = new Set<QuestionId>(
    rows.filter((row) => row.status === 'accepted' || row.status === 'sealed').map((row) => row.question),
  );
  return questions.filter((question) => question.answeredBy === 'agencies' && !finished.has(question.id));
}

/** How far a statement is; undefined where its document is not open yet. */
export function stateOfStatement(statement: GivenStatement | undefined): StatementState {
  if (statement === undefined) return 'loading';
  if (statement.completeness.toConfirm.length > 0) return 'unconfirmed';
  if (statement.completeness.empty.length > 0) return 'empty';
  return statement.isSaved ? 'given' : 'saving';
}

/** The first thing in the way, in the order in which a person would deal with it; null when the round can be approved. */
export function obstacleTo(situation: ApprovalSituation): Obstacle | null {
  const has = (state: StatementState) => situation.statements.includes(state);
  const inTheWay: Readonly<Record<Obstacle, boolean>> = {
    loading: !situation.areContentsHere || has('loading'),
    offline: !situation.isOnline,
    unfinished: situation.unfinished > 0,
    changed: situation.changed > 0,
    'statement-unconfirmed': has('unconfirmed'),
    'statement-empty': has('empty'),
    'statement-saving': has('saving'),
    identity: !situation.isIdentityProven,
  };
  return obstacles.find((obstacle) => inTheWay[obstacle]) ?? null;
}

/** True while the reason of a refused approval is still there, as far as the screen can know it. */
export function isStillRefused(code: FailureCode, situation: ApprovalSituation): boolean {
  if (code === 'questions-unfinished') return situation.unfinished > 0;
  if (code === 'identity-not-proven') return !situation.isIdentityProven;
  return true;
}
