// Edits that the server itself makes in answers (an accepted proposal, an import): through the room, like any other edit.
import { assertNever, type Question } from '@chancery/domain';
import { documentId, type Person, type QuestionOfRound } from '@chancery/store';
import { type Author, FrozenDocumentError, FullDocumentError, type Rooms } from '@chancery/sync';
import type { Doc } from 'yjs';
import { ProblemError, RefusalError } from '../http/problem.ts';
import { checkAnswerRight, type ReadingRounds, stateOf } from '../round/access.ts';
import type { RightsVersion } from '../round/rights-version.ts';
import type { RoundState } from '../round/round-state.ts';
import { OutOfDateError, tryAgain } from './try-again.ts';

export interface Editing extends ReadingRounds {
  readonly rights: Pick<RightsVersion, 'asOfNow'>;
  readonly rooms: Pick<Rooms, 'edit'>;
}

export interface ServerEdit {
  /** Whose edit it is. */
  readonly author: Author | null;
  change(doc: Doc): void;
}

type EditOutcome = 'edited' | 'frozen' | 'full' | 'in-decision';

/**
 * Asks `prepare` for the edit, on the round as committed, and makes it while the rights that it was asked under still hold; asks again when
 * a decision came between. `change` runs at most once to its end, and the edit is committed when this resolves.
 * `frozen`: the edit waited for the very decision that froze the answer. `in-decision`: one decision followed the other at every try.
 * null where `prepare` gives none.
 */
export function editInRoom<None extends null = never>(
  context: Editing,
  answer: QuestionOfRound,
  prepare: (state: RoundState) => ServerEdit | None | Promise<ServerEdit | None>,
  maxTries?: number,
): Promise<EditOutcome | None> {
  const work = async () => {
    const rights = context.rights.asOfNow();
    const edit = await prepare(await stateOf(context, answer.round));
    if (edit === null) return edit;
    try {
      await context.rooms.edit(documentId(answer.round, answer.question), edit.author, (doc) => {
        if (!rights.stillHold) throw new OutOfDateError();
        edit.change(doc);
      });
      return 'edited';
    } catch (cause) {
      if (cause instanceof FrozenDocumentError) return 'frozen';
      if (cause instanceof FullDocumentError) return 'full';
      throw cause;
    }
  };
  return tryAgain<EditOutcome | None>(work, () => 'in-decision', maxTries);
}

/**
 * Makes the edit for a person who may edit the answer at that instant: one that is accepted meanwhile is not changed.
 * `writer`: whose text it is, where it is not the person's own.
 */
export async function editAnswer(
  context: Editing,
  answer: QuestionOfRound,
  person: Person,
  change: (doc: Doc, question: Question) => void,
  writer: Author | null = null,
): Promise<void> {
  const outcome = await editInRoom<never>(context, answer, (state) => {
    const { actor, question } = checkAnswerRight(state, person, answer.question, 'edit');
    return {
      author: writer ?? { person: person.id, agency: actor.membership?.agency ?? '' },
      change: (doc) => change(doc, question),
    };
  });
  switch (outcome) {
    case 'edited':
      return;
    case 'frozen':
      throw new RefusalError({ code: 'answer-frozen' });
    case 'full':
      throw new RefusalError({ code: 'answer-full' });
    case 'in-decision':
      throw new ProblemError('conflict', 'Others are deciding on this round right now. Try again in a moment.');
    default:
      assertNever(outcome);
  }
}
