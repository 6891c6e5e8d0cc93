// What the respondent has seen while reading: each accepted text as it first stood on the screen, and which of them have changed since.
import type { AnswerContent, Digest, QuestionId } from '@chancery/domain';

export interface ShownAnswer {
  readonly question: QuestionId;
  readonly digest: Digest;
  readonly content: AnswerContent;
}

export type SeenAnswers = ReadonlyMap<QuestionId, ShownAnswer>;

export interface ChangedAnswer {
  readonly before: ShownAnswer;
  readonly now: ShownAnswer;
}

/** Remembers accepted texts that are on the screen for the first time; what was seen before stays as it was seen. The same map when nothing is new. */
export function rememberSeen(seen: SeenAnswers, shown: readonly ShownAnswer[], isAccepted: (shown: ShownAnswer) => boolean): SeenAnswers {
  const fresh = shown.filter((it) => !seen.has(it.question) && isAccepted(it));
  return fresh.length === 0 ? seen : new Map([...seen, ...fresh.map((it) => [it.question, it] as const)]);
}

/** Answers whose text is not the one that was seen. */
export function changedSince(seen: SeenAnswers, shown: readonly ShownAnswer[]): readonly ChangedAnswer[] {
  return shown.flatMap((now) => {
    const before = seen.get(now.question);
    return before === undefined || before.digest === now.digest ? [] : [{ before, now }];
  });
}

/** The changes count as seen. */
export function seeChanges(seen: SeenAnswers, changes: readonly ChangedAnswer[]): SeenAnswers {
  return new Map([...seen, ...changes.map(({ now }) => [now.question, now] as const)]);
}
