// Owns what the decisions about answers have in common: the place they are about, and how one is taken back.
import type { Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';

export interface QuestionOfRound {
  readonly round: RoundId;
  readonly question: QuestionId;
}

/** Who takes a decision back, and when. */
export interface Ending {
  readonly by: PersonId;
  readonly at: Instant;
}
