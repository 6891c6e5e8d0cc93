// The way from a connection to a session of a room, whatever carries it: who comes, what they may do, and a close code of ours where that is nothing.
import { schemaVersion } from '@chancery/answer-doc';
import { asId, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import { documentId } from '@chancery/store';
import type { AdmittedWriters } from './admitted-writers.ts';
import {
  type Access,
  type ClientVersion,
  type CloseCode,
  closeCodes,
  type Member,
  type Rooms,
  type Session,
  type Socket,
} from '@chancery/sync';
import type { IncomingHttpHeaders } from 'node:http';
import { documentAccess, memberOf, type ReadingRounds } from '../round/access.ts';
import type { RightsThen, RightsVersion } from '../round/rights-version.ts';
import { isOwnOrigin } from '../http/headers.ts';
import type { SignedIn, SignIns } from '../sign-in/sign-ins.ts';
import { type OpenSockets, withBudget } from './open-sockets.ts';

export interface Identifying {
  /** The origin of this site; null: whatever host the request names. */
  readonly config: { readonly publicUrl: string | null };
  readonly signIns: Pick<SignIns, 'find'>;
}

/** What the admission of a connection needs. */
export interface Admitting extends Identifying, ReadingRounds {
  readonly rights: Pick<RightsVersion, 'asOfNow'>;
  readonly rooms: Pick<Rooms, 'connect'>;
  readonly openSockets: OpenSockets;
  readonly writers: AdmittedWriters;
}

/** Documents that one sign-in may have open at a time: every question, in several windows. */
const maxDocuments = 300;

/** Of the request that brought the connection. */
export type VisitorHeaders = Pick<IncomingHttpHeaders, 'origin' | 'host' | 'sec-fetch-site' | 'cookie'>;

interface Refused {
  readonly status: 'refused';
  readonly code: CloseCode;
  readonly reason: string;
}

export type Admission =
  | Refused
  | {
      readonly status: 'admitted';
      readonly round: RoundId;
      readonly question: QuestionId;
      readonly member: Member;
      readonly access: Access;
      readonly version: ClientVersion;
      readonly signIn: string;
      readonly rights: RightsThen;
    };

/** Decides about a connection to the document at `path`, with its query. */
export async function admit(path: string, headers: VisitorHeaders, context: Admitting): Promise<Admission> {
  const rights = context.rights.asOfNow();
  const address = addressOf(path);
  if (address === null) return refused(closeCodes.unknownDocument, 'There is no such document.');
  const visitor = await identify(headers, context);
  if (visitor.status === 'refused') return visitor;
  const { round, question, version } = address;
  const { person, signIn } = visitor.signedIn;
  const state = await context.states.find(round);
  const access = state === null ? closeCodes.unknownDocument : documentAccess(state, question, person);
  if (state === null) return refused(closeCodes.unknownDocument, 'This answer is not open to you.');
  const admitted = { status: 'admitted', round, question, member: memberOf(state, person), signIn, rights } as const;
  if (typeof access !== 'number') return { ...admitted, access, version };
  // Anyone who might write the answer before they lost the right to read it may have typed meanwhile: that is taken, and nothing given.
  const mayHaveTyped = access === closeCodes.notPermitted && version.epoch !== null && state.memberships.has(person.id);
  // What the client says of itself proves nothing: it must have been let in by a server.
  return mayHaveTyped && (await context.writers.includes(documentId(round, question), person.id))
    ? { ...admitted, access: 'read', version: { ...version, mayRead: false } }
    : refused(access, 'This answer is not open to you.');
}

/** Who comes, when it is somebody who is signed in, from a page of this site. */
export async function identify(
  headers: VisitorHeaders,
  context: Identifying,
): Promise<Refused | { readonly status: 'identified'; readonly signedIn: SignedIn }> {
  if (!isOwnOrigin(headers, context.config.publicUrl)) return refused(closeCodes.notPermitted, 'This connection came from another site.');
  const found = await context.signIns.find(headers.cookie ?? '');
  return found === null ? refused(closeCodes.notSignedIn, 'Sign in first.') : { status: 'identified', signedIn: found };
}

/**
 * Puts the socket, a whole connection or a channel of a link, into the room; null when it was closed instead. The session must be told
 * when the socket is gone.
 */
export function begin(socket: Socket, kind: 'document' | 'channel', admission: Admission, context: Admitting): Session | null {
  if (admission.status === 'refused') return turnAway(socket, admission.code, admission.reason);
  // A decision was committed while this one was being admitted: what it was told may be out of date. The client asks again.
  if (!admission.rights.stillHold) return turnAway(socket, closeCodes.restarting, 'Rights have just changed.');
  // Counted where it is added: a burst of them is admitted at the same time.
  if (context.openSockets.countDocuments(admission.signIn) >= maxDocuments)
    return turnAway(socket, closeCodes.tooFast, 'Too many answers are open. Close some of them.');
  const { round, question, access, version, signIn } = admission;
  const member = context.openSockets.shared(admission.member);
  const person = asId<PersonId>(member.author.person);
  const bounded = kind === 'document' ? withBudget(socket, person, context.openSockets) : socket;
  const document = documentId(round, question);
  if (access === 'write') context.writers.add(document, person);
  const session = context.rooms.connect(document, bounded, member, access, version);
  const registration = context.openSockets.add({ kind, signIn, person, socket, member });
  return {
    receive: (bytes) => session.receive(bytes),
    left: () => {
      registration[Symbol.dispose]();
      session.left();
    },
  };
}

interface Address {
  readonly round: RoundId;
  readonly question: QuestionId;
  readonly version: ClientVersion;
}

/** Null for an address that names no document, whatever is wrong with it. */
function addressOf(path: string): Address | null {
  const url = URL.parse(path, 'http://localhost');
  const match = /^\/sync\/([^/]+)\/([^/]+)$/.exec(url?.pathname ?? '');
  if (url === null || match?.[1] === undefined || match[2] === undefined || path.includes('%00')) return null;
  try {
    const [round, question] = [decodeURIComponent(match[1]), decodeURIComponent(match[2])];
    return { round: asId<RoundId>(round), question: asId<QuestionId>(question), version: versionOf(url.searchParams) };
  } catch {
    return null; // a percent sign that escapes nothing
  }
}

/** What the page says of itself: the schema it was built with, and the epoch of the history that it holds. */
function versionOf(query: URLSearchParams): ClientVersion {
  const [schema, epoch] = [query.get('schema'), query.get('epoch')].map((value) => (value === null ? null : Number(value)));
  return {
    mayRead: true,
    isOfThisSchema: !(Number(schema ?? schemaVersion) < schemaVersion),
    epoch: Number.isInteger(epoch) ? (epoch ?? null) : null,
  };
}

function refused(code: CloseCode, reason: string): Refused {
  return { status: 'refused', code, reason };
}

function turnAway(socket: Socket, code: CloseCode, reason: string): null {
  socket.close(code, reason);
  return null;
}
