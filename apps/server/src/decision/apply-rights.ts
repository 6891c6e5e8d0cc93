// What becomes of everybody who has a round open once something was decided: rights are asked for again, listeners get the round as it is.
import { asId, type PersonId, questionsOf, type RoundId } from '@chancery/domain';
import { documentId } from '@chancery/store';
import { closeCodes, type DocumentId, type Rooms } from '@chancery/sync';
import { documentAccess, type ReadingRounds } from '../round/access.ts';
import type { Hub } from '../round/hub.ts';

export interface RightsHere extends ReadingRounds {
  readonly hub: Pick<Hub, 'renew'>;
  readonly rooms: Pick<Rooms, 'recheck'>;
  readonly writers: { add(document: DocumentId, person: PersonId): void };
}

/** Asks again for the right of everybody who has a document of this round open on this server, and for what listeners may hear. */
export async function applyRights(context: RightsHere, round: RoundId): Promise<void> {
  const state = await context.states.find(round);
  if (state === null) return;
  context.hub.renew(state);
  const questions = new Map(questionsOf(state.questionnaire).map((question) => [documentId(round, question.id), question.id]));
  await context.rooms.recheck((document, member) => {
    const person = state.people.get(asId<PersonId>(member.author.person));
    const question = questions.get(document);
    if (person === undefined || question === undefined) return closeCodes.notPermitted;
    const agency = state.memberships.get(person.id)?.agency;
    // A person who has moved to another agency goes on under its name and colour, with a new connection.
    if (agency !== member.author.agency) return closeCodes.restarting;
    const access = documentAccess(state, question, person);
    if (access === 'write') context.writers.add(document, person.id);
    return access;
  }, questions.keys());
}
