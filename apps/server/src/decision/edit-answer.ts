// Owns edits that the server makes for a person who may edit (an accepted proposal): through the room, like any other edit.
import type { Question } from '@chancery/domain';
import { documentId, type QuestionOfRound } from '@chancery/store';
import { type Author, FrozenDocumentError } from '@chancery/sync';
import type { Doc } from 'yjs';
import { checkAnswerRight, stateOf } from '../round/access.ts';
import type { Context } from '../context.ts';
import { ProblemError, RefusalError } from '../http/problem.ts';
import type { SignedIn } from '../sign-in/session.ts';

/** A decision was committed between the check of the right and the edit. */
class RightsMoved extends Error {}

const mostTries = 5;

/**
 * Checks the right to edit and runs `change` on the document; resolves once the edit is committed. The right is the one that holds at
 * the instant of the edit: an answer that is accepted meanwhile is not changed. `change` runs at most once to its end.
 * `writer`: whose words they are, where they are not the person's own.
 */
export async function editAnswer(
  context: Context,
  place: QuestionOfRound,
  person: SignedIn['person'],
  change: (doc: Doc, question: Question) => void,
  writer: Author | null = null,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { version } = context.rights;
    const state = await stateOf(context, place.round);
    const { actor, question } = checkAnswerRight(state, person, place.question, 'edit');
    const author = writer ?? { person: person.id, agency: actor.membership?.agency ?? '' };
    try {
      await context.rooms.edit(documentId(place.round, place.question), author, (doc) => {
        if (context.rights.version !== version) throw new RightsMoved();
        change(doc, question);
      });
      return;
    } catch (cause) {
      // It waited for the very decision that froze the answer.
      if (cause instanceof FrozenDocumentError) throw new RefusalError({ code: 'answer-frozen' });
      if (!(cause instanceof RightsMoved)) throw cause;
    }
  }
  throw new ProblemError('conflict', 'Others are deciding on this round right now. Try again in a moment.');
}
