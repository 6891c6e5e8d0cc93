// Owns answer documents as the database knows them: which there are, how far their log goes, who wrote what and when. Their text is in update-log.ts.
import type { AgencyId, Instant, PersonId, QuestionId, RoundId } from '@chancery/domain';
import type { DocumentId } from '@chancery/sync/ports';
import { type Database, query, type Transaction } from './store.ts';

export interface NewDocument {
  readonly round: RoundId;
  readonly question: QuestionId;
  /** The initial content, written once: the first update. */
  readonly bytes: Uint8Array;
  readonly schemaVersion: number;
  readonly createdAt: Instant;
}

export interface AnswerDocument {
  readonly id: DocumentId;
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly epoch: number;
  readonly schemaVersion: number;
  /** Of the last update. */
  readonly sequence: number;
}

/** One update of the log. Person and agency are null for the server's own. */
export interface Edit {
  readonly sequence: number;
  readonly person: PersonId | null;
  readonly agency: AgencyId | null;
  readonly at: Instant;
  readonly sizeBytes: number;
}

export type LastEdit = Pick<Edit, 'person' | 'agency' | 'at'>;

/** The sequence of the initial content, which is nobody's edit. */
const initialSequence = 1;

/** The name of an answer document. */
export function documentId(round: RoundId, question: QuestionId): DocumentId {
  return `${round}/${question}`;
}

/** Rejects when the question has a document in this round already: a history has one beginning. */
export async function createDocument(
  tx: Transaction,
  { round, question, bytes, schemaVersion, createdAt }: NewDocument,
): Promise<AnswerDocument> {
  const id = documentId(round, question);
  const row = { id, epoch: 1, sequence: initialSequence };
  await tx[query]
    .insertInto('document')
    .values({ ...row, round_id: round, question_id: question, schema_version: schemaVersion, created_at: createdAt })
    .execute();
  await tx[query]
    .insertInto('document_update')
    .values({ document_id: id, sequence: initialSequence, bytes, person_id: null, agency_id: null, at: createdAt })
    .execute();
  return { ...row, round, question, schemaVersion };
}

/** Null when nobody created it. */
export async function findDocument(db: Database, id: DocumentId): Promise<AnswerDocument | null> {
  const row = await db[query].selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { round_id, question_id, epoch, schema_version, sequence } = row;
  return { id, round: round_id, question: question_id, epoch, schemaVersion: schema_version, sequence };
}

/** The sequence of the last committed update of every answer document in a round: what moves when a text moves. */
export async function sequencesOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, number>> {
  const rows = await db[query].selectFrom('document').select(['question_id', 'sequence']).where('round_id', '=', round).execute();
  return new Map(rows.map((row) => [row.question_id, row.sequence]));
}

/** Who edited each answer of a round last, and when; an answer that holds only its initial content is absent. */
export async function lastEditsOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, LastEdit>> {
  const rows = await db[query]
    .selectFrom('document')
    .innerJoin('document_update as last', (join) =>
      join.onRef('last.document_id', '=', 'document.id').onRef('last.sequence', '=', 'document.sequence'),
    )
    .select(['document.question_id', 'last.person_id', 'last.agency_id', 'last.at'])
    .where('document.round_id', '=', round)
    .where('document.sequence', '>', initialSequence)
    .execute();
  return new Map(rows.map((row) => [row.question_id, { person: asPerson(row.person_id), agency: asAgency(row.agency_id), at: row.at }]));
}

/** Every edit of an answer, the earliest first, without its text. */
export async function editsOf(db: Database, document: DocumentId): Promise<readonly Edit[]> {
  const rows = await db[query]
    .selectFrom('document_update')
    .select(({ fn }) => ['sequence', 'person_id', 'agency_id', 'at', fn<number>('length', ['bytes']).as('size_bytes')])
    .where('document_id', '=', document)
    .where('sequence', '>', initialSequence)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    person: asPerson(row.person_id),
    agency: asAgency(row.agency_id),
    at: row.at,
    sizeBytes: row.size_bytes,
  }));
}

/** The engine keeps authors as opaque text; the server gives it nothing but ids. */
function asPerson(id: string | null): PersonId | null {
  return id as PersonId | null;
}

function asAgency(id: string | null): AgencyId | null {
  return id as AgencyId | null;
}
