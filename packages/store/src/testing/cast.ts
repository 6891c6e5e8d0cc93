// The people, agencies, round and answer document that most tests of the store begin with.
import { asId, type Digest, type PersonId, type Questionnaire, type QuestionId, type RoundId } from '@chancery/domain';
import type { PendingUpdate } from '@chancery/sync/ports';
import {
  addAgency,
  type Agency,
  createDocument,
  createPerson,
  createRound,
  type Database,
  documentId,
  findRound,
  now,
  putMember,
  saveQuestionnaire,
  type Store,
  type Transaction,
} from '../index.ts';
import { newId } from '../schema/values.ts';

const questionnaire: Questionnaire = {
  id: 'msq',
  version: 2022,
  title: 'Member States Questionnaire',
  issuer: [],
  introduction: [],
  sections: [],
  closing: [],
};

export interface Cast {
  readonly round: RoundId;
  readonly lead: Agency['id'];
  readonly health: Agency['id'];
  /** Coordinates, for the lead agency. */
  readonly coordinator: PersonId;
  /** Clears, for health. */
  readonly officer: PersonId;
  readonly question: QuestionId;
}

/** An open round of its own with two agencies and two people. */
export async function castOf(store: Store): Promise<Cast> {
  return await store.transaction(async (tx) => {
    const at = await now(tx);
    await saveQuestionnaire(tx, questionnaire);
    const leadAgency = { name: 'Modernisation Unit', shortName: 'MU', colour: 1 };
    const { id: round, leadAgency: lead } = await createRound(tx, {
      title: 'A round',
      country: 'Malaysia',
      questionnaire: { id: 'msq', version: 2022 },
      reading: 'shared',
      dueDay: null,
      timeZone: 'UTC',
      createdAt: at,
      leadAgency,
    });
    const { id: health } = await addAgency(tx, round, { name: 'Ministry of Health', shortName: 'MOH', colour: 2 });
    const coordinator = await someone(tx, 'Aminah');
    const officer = await someone(tx, 'Bala');
    await putMember(tx, { round, person: coordinator }, { agency: lead, roles: ['coordinator'], named: [] }, null);
    await putMember(tx, { round, person: officer }, { agency: health, roles: ['clearing-officer', 'drafter'], named: [] }, null);
    return { round, lead, health, coordinator, officer, question: asId<QuestionId>('q1') };
  });
}

/** A person with an address of their own. */
export async function someone(tx: Transaction, name: string): Promise<PersonId> {
  const email = `${name}.${newId<string>()}@example.org`;
  const person = await createPerson(tx, { email, name, title: 'Officer', isAdministrator: false, passwordHash: null, createdAt: 1 });
  if (person === null) throw new Error('the address was taken');
  return person.id;
}

/** A digest that no content has, for decisions whose text does not matter. */
export function digest(letter: string): Digest {
  return asId<Digest>(letter.repeat(64));
}

/** True when the round is there for this reader. */
export async function seesRound(db: Database, round: RoundId): Promise<boolean> {
  return (await findRound(db, round)) !== null;
}

/** The first update of a document. */
export const initial = new Uint8Array([1, 2, 3]);

/** A document in a round of its own. */
export async function withDocument(store: Store): Promise<{ cast: Cast; document: string }> {
  const cast = await castOf(store);
  await create(store, cast);
  return { cast, document: documentId(cast.round, cast.question) };
}

export async function create(store: Store, { round, question }: Pick<Cast, 'round' | 'question'>): Promise<QuestionId> {
  await store.transaction((tx) => createDocument(tx, { round, question, bytes: initial, schemaVersion: 3, createdAt: 1 }));
  return question;
}

/** An update of the officer's. */
export function by({ officer, health }: Cast, document: string, bytes: readonly number[], binds: readonly number[] = []): PendingUpdate {
  return { document, bytes: new Uint8Array(bytes), author: { person: officer, agency: health }, at: 2_000_000_000_000, binds };
}
