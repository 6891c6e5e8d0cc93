// Our engine as the product serves it: the rooms with their default limits, the store's log, its sockets.

import { asId, type Questionnaire, type QuestionId, type RoundId } from '@chancery/domain';
import {
  createDocument,
  createRound,
  findRound,
  migrate,
  now,
  openStore,
  saveQuestionnaire,
  sequencesOf,
  type Store,
} from '@chancery/store';
import { Compaction, createLog, socketOf } from '@chancery/server';
import { createRooms, createSystemClock, type Member, type Rooms } from '@chancery/sync';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { documentName, listenForSockets, type ListeningServer, type ServerStorage } from './serving.ts';

/** A writer of the saturation workload sends more than the thousand that a person may. */
const messagesPerSecond = 100_000;
const round = asId<RoundId>('bench');
const questionnaire: Questionnaire = { id: 'bench', version: 1, title: 'Bench', issuer: [], introduction: [], sections: [], closing: [] };
/** The update of a Yjs document in which nothing was written. */
const emptyContent = new Uint8Array([0, 0]);

export async function serveOurs({ directory, databaseUrl, documents }: ServerStorage): Promise<ListeningServer> {
  const place = databaseUrl === null ? ({ kind: 'sqlite', directory } as const) : ({ kind: 'postgres', url: databaseUrl } as const);
  const store = await openStore(place, { exclusive: true });
  await migrate(store);
  await prepareDocuments(store, documents);
  const rooms = createRooms({
    log: store.updateLog,
    clock: createSystemClock(),
    limits: { messagesPerSecond },
    events: { alarm: (document, cause) => console.error(document, cause) },
  });
  let connections = 0;
  const members = Array.from({ length: people }, (_, index) => memberOf(index));
  const next = (): Member => members[(connections += 1) % people] ?? memberOf(0);
  const { port, close } = await listenForSockets((ws, document, request) =>
    begin(ws, rooms, { document, member: next(), stream: request.socket }),
  );
  return {
    port,
    stop: async () => {
      await rooms[Symbol.asyncDispose]();
      await compacted(store);
      await close();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** What the product does every minute beside its work: those who come after a pause find the log so. */
async function compacted(store: Store): Promise<void> {
  const log = createLog({ write: () => {} });
  await using compaction = new Compaction({
    store,
    log,
    alarms: { raise: (_, sentence) => console.error(sentence), clear: () => {} },
    clock: Date,
    meters: { compacted: () => {} },
  });
  await compaction.sweep();
}

async function prepareDocuments(store: Store, documents: number): Promise<void> {
  await store.transaction(async (tx) => {
    const createdAt = await now(tx);
    if ((await findRound(tx, round)) === null) {
      const leadAgency = { name: 'Agency', shortName: 'A', colour: 1 };
      const settings = { title: 'Bench', country: 'Malaysia', reading: 'shared', dueDay: null, timeZone: 'UTC' } as const;
      await saveQuestionnaire(tx, questionnaire);
      await createRound(tx, { ...settings, id: round, questionnaire: { id: 'bench', version: 1 }, createdAt, leadAgency });
    }
    const known = await sequencesOf(tx, round);
    for (let index = 0; index < documents; index += 1) {
      const question = asId<QuestionId>(documentName(index).slice(`${round}/`.length));
      if (known.has(question)) continue;
      await createDocument(tx, { round, question, bytes: emptyContent, schemaVersion: 1, createdAt });
    }
  });
}

function terminate(this: WebSocket): void {
  this.terminate();
}

/** One after the other they open a document; each has one member for all that they have open, as in the product. */
const people = 250;

function memberOf(index: number): Member {
  const label = { name: `Person ${index}`, agency: 'Agency', colour: '#336699' };
  return { author: { person: `person-${index}`, agency: 'agency' }, label };
}

interface Arrival {
  readonly document: string;
  readonly member: Member;
  readonly stream: Duplex;
}

function begin(ws: WebSocket, rooms: Rooms, { document, member, stream }: Arrival): void {
  ws.on('error', terminate);
  ws.binaryType = 'nodebuffer';
  const session = rooms.connect(document, socketOf(ws, stream), member, 'write');
  ws.on('message', (data: Buffer) => session.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
  ws.on('close', () => session.left());
}
