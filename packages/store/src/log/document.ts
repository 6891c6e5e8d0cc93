// Answer documents as the database knows them: which exist, how far their logs go, who wrote what and when. update-log.ts has their content.
import { type AgencyId, asId, type Instant, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import type { DocumentId } from '@chancery/sync/ports';
import { sql } from 'kysely';
import type { QuestionOfRound } from '../round/round.ts';
import { unpack } from './snapshot.ts';
import { type Database, dialect, query, type Transaction } from '../database/store.ts';

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

/** Every edit of an answer, as of one moment. */
export interface EditingHistory {
  /** Those before `edits`, as the last compaction left them; null when there was none. */
  readonly attribution: Uint8Array | null;
  /** Those after it, the earliest first, without their text. */
  readonly edits: readonly Edit[];
}

/** The sequence of the initial content, which is nobody's edit. */
const initialSequence = 1;

/** The name of an answer document. */
export function documentId(round: RoundId, question: QuestionId): DocumentId {
  return `${round}/${question}`;
}

/** The reverse of `documentId`. */
export function answerOf(document: DocumentId): QuestionOfRound {
  const cut = document.indexOf('/');
  return { round: asId<RoundId>(document.slice(0, cut)), question: asId<QuestionId>(document.slice(cut + 1)) };
}

/** Creates the document of a question with its first update. Rejects when there is one in this round already: a history has one beginning. */
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

/** The sequence of the last committed update of every answer document in a round: what moves when a text moves. */
export async function sequencesOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, number>> {
  const rows = await db[query].selectFrom('document').select(['question_id', 'sequence']).where('round_id', '=', round).execute();
  return new Map(rows.map((row) => [row.question_id, row.sequence]));
}

/** Who edited each answer of a round last, and when; an answer that holds only its initial content is absent. */
export async function lastEditsOf(db: Database, round: RoundId): Promise<ReadonlyMap<QuestionId, LastEdit>> {
  const rows = await db[query]
    .selectFrom('document')
    .leftJoin('document_update as last', (join) =>
      join.onRef('last.document_id', '=', 'document.id').onRef('last.sequence', '=', 'document.sequence'),
    )
    // The update may be in the snapshot alone.
    .leftJoin('document_snapshot as held', (join) =>
      join.onRef('held.document_id', '=', 'document.id').onRef('held.sequence', '=', 'document.sequence'),
    )
    .select(['document.question_id', 'last.person_id', 'last.agency_id', 'last.at'])
    .select(['held.person_id as held_person_id', 'held.agency_id as held_agency_id', 'held.at as held_at'])
    .where('document.round_id', '=', round)
    .where('document.sequence', '>', initialSequence)
    .execute();
  return new Map(
    rows.map((row) => {
      const person = asPerson(row.person_id ?? row.held_person_id);
      return [row.question_id, { person, agency: asAgency(row.agency_id ?? row.held_agency_id), at: row.at ?? row.held_at ?? 0 }];
    }),
  );
}

/** Who edited a document and when. Read in one statement, so that no compaction falls between what it left and what came after. */
export async function historyOf(db: Database, document: DocumentId): Promise<EditingHistory> {
  const none = sql<Uint8Array>`cast(null as ${db[dialect].columns.bytes})`;
  const rows = await db[query]
    .selectFrom('document_snapshot')
    .select(['sequence', sql<number>`0`.as('piece'), 'attribution', 'person_id', 'agency_id', 'at', sql<number>`0`.as('size_bytes')])
    .where('document_id', '=', document)
    .unionAll(
      db[query]
        .selectFrom('document_snapshot as snapshot')
        .innerJoin('document_snapshot_piece as later', (join) =>
          join.onRef('later.document_id', '=', 'snapshot.document_id').onRef('later.pieces_id', '=', 'snapshot.pieces_id'),
        )
        .select(['snapshot.sequence', 'later.number as piece', 'later.bytes as attribution', 'person_id', 'agency_id', 'at'])
        .select(sql<number>`0`.as('size_bytes'))
        .where('snapshot.document_id', '=', document)
        .where('later.part', '=', 'attribution'),
    )
    .unionAll(
      db[query]
        .selectFrom('document_update')
        .select(['sequence', sql<number>`0`.as('piece'), none.as('attribution'), 'person_id', 'agency_id', 'at'])
        .select(({ fn }) => fn<number>('length', ['bytes']).as('size_bytes'))
        .where('document_id', '=', document)
        .where('sequence', '>', initialSequence),
    )
    .execute();
  const held = rows.filter((row) => row.attribution !== null).sort((one, other) => one.piece - other.piece);
  // The attribution already covers rows that a compaction has yet to drop.
  const edits = rows.filter((row) => row.attribution === null && row.sequence > (held[0]?.sequence ?? 0));
  return {
    attribution: held.length === 0 ? null : await unpack(held.map((row) => row.attribution)),
    edits: edits.sort((one, other) => one.sequence - other.sequence).map(toEdit),
  };
}

interface EditRow {
  sequence: number;
  person_id: string | null;
  agency_id: string | null;
  at: number;
  size_bytes: number;
}

function toEdit({ sequence, person_id, agency_id, at, size_bytes }: EditRow): Edit {
  return { sequence, person: asPerson(person_id), agency: asAgency(agency_id), at, sizeBytes: size_bytes };
}

/** The engine keeps authors as opaque text; the server gives it nothing but ids. */
function asPerson(id: string | null): PersonId | null {
  return id as PersonId | null;
}

function asAgency(id: string | null): AgencyId | null {
  return id as AgencyId | null;
}
