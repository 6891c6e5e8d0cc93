// What a person can decide about one answer now: the step that waits for them, and all decisions that are theirs, each with what stands in its way.
import {
  type Actor,
  type AnswerFacts,
  type AccessFacts,
  accept,
  assertNever,
  can,
  clear,
  type FieldId,
  markNoAnswer,
  mustClear,
  nextStep,
  type Refusal,
  returnToDrafting,
  reopen,
  type ThreadId,
} from '@chancery/domain';

const decisions = ['clear', 'accept', 'no-answer', 'return', 'reopen'] as const;
export type DecisionKind = (typeof decisions)[number];

/** A decision that is this person's to take; `refusal` says why it can't be taken now. */
export interface OfferedDecision {
  readonly decision: DecisionKind;
  readonly refusal: Refusal | null;
}

export type StepNow =
  | { readonly kind: 'decide'; readonly offer: OfferedDecision }
  | { readonly kind: 'assign' }
  | { readonly kind: 'answer-query'; readonly thread: ThreadId | null }
  | { readonly kind: 'fill-in'; readonly field: FieldId | null }
  | { readonly kind: 'confirm-choices'; readonly field: FieldId | null }
  | { readonly kind: 'revise' }
  | { readonly kind: 'none' };

export interface Situation {
  readonly actor: Actor;
  /** Of the text on the screen: its digest is what the person has seen. */
  readonly facts: AnswerFacts;
  readonly access: AccessFacts;
}

/** The one step that stands in the bar. */
export function stepNow(situation: Situation): StepNow {
  const { actor, facts, access } = situation;
  const step = nextStep(actor, facts, access);
  switch (step) {
    case 'assign':
      return { kind: 'assign' };
    case 'answer-query':
      return { kind: 'answer-query', thread: queryTo(situation) };
    case 'revise':
      return { kind: 'revise' };
    case 'draft':
      return { kind: 'fill-in', field: facts.completeness.empty[0] ?? null };
    case 'confirm-choices':
      return { kind: 'confirm-choices', field: facts.completeness.toConfirm[0] ?? null };
    case 'clear':
    case 'accept':
      return { kind: 'decide', offer: offer(situation, step) };
    case null:
      return waitingDecision(situation);
    default:
      return assertNever(step);
  }
}

/** Every decision that is this person's in this answer, in the order of its life. */
export function offeredDecisions(situation: Situation): readonly OfferedDecision[] {
  return decisions.filter((it) => isTheirs(situation, it)).map((it) => offer(situation, it));
}

/** Nothing waits for this person, but a decision will: it stands there with the reason why not yet. */
function waitingDecision(situation: Situation): StepNow {
  const waiting = offeredDecisions(situation).find(
    ({ decision, refusal }) => (decision === 'clear' || decision === 'accept') && refusal !== null && refusal.code !== 'already-cleared',
  );
  return waiting === undefined ? { kind: 'none' } : { kind: 'decide', offer: waiting };
}

function isTheirs({ actor, facts, access }: Situation, decision: DecisionKind): boolean {
  switch (decision) {
    case 'clear':
      return (
        can(actor, 'clear', access) &&
        facts.assignment !== null &&
        actor.membership !== null &&
        mustClear(facts.assignment).includes(actor.membership.agency)
      );
    case 'accept':
      return can(actor, 'accept', access) && !access.isFrozen;
    case 'no-answer':
      return can(actor, 'accept', access) && !access.isFrozen && !facts.question.isRequired;
    case 'return':
      return can(actor, 'return', access) && !access.isFrozen;
    case 'reopen':
      return can(actor, 'reopen', access) && access.isFrozen;
    default:
      return assertNever(decision);
  }
}

function offer({ actor, facts }: Situation, decision: DecisionKind): OfferedDecision {
  const outcome = dryRun(facts, decision, actor);
  return { decision, refusal: outcome.ok ? null : outcome.refusal };
}

function dryRun(
  facts: AnswerFacts,
  decision: DecisionKind,
  actor: Actor,
): { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal } {
  switch (decision) {
    case 'clear':
      return actor.membership === null
        ? { ok: false, refusal: { code: 'not-permitted' } }
        : clear(facts, actor.membership.agency, facts.digest);
    case 'accept':
      return accept(facts, facts.digest);
    case 'no-answer':
      return markNoAnswer(facts);
    case 'return':
      return returnToDrafting(facts, 'incomplete', '');
    case 'reopen':
      return reopen(facts, 'incomplete', '');
    default:
      return assertNever(decision);
  }
}

function queryTo({ actor, facts }: Situation): ThreadId | null {
  const agency = actor.membership?.agency;
  return facts.threads.find((it) => it.kind === 'query' && !it.isResolved && it.addressedTo === agency)?.id ?? null;
}

/** A decision that takes others back, for a reason. */
export type TakingBack = Extract<DecisionKind, 'return' | 'reopen'>;

/** True for a decision that stands behind a text and therefore names its digest or its emptiness. */
export function isAboutText(decision: DecisionKind): decision is Exclude<DecisionKind, TakingBack> {
  return decision === 'clear' || decision === 'accept' || decision === 'no-answer';
}
