// What the servers of one log may send to each other, as bytes. Only they may use the bus: what they claim is trusted, but nothing of
// another shape is kept.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Label, Member } from '../member.ts';
import type { Author, DocumentId } from '../ports.ts';

/** What one server committed to one document: the log's sequences `first` to `last`, as one update. */
export interface CommittedContent {
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
  readonly owners: readonly (readonly [client: number, person: string])[];
}

/** A state of awareness as the server numbers it, with the person who speaks for that client id. */
export interface PeerState {
  readonly client: number;
  readonly clock: number;
  /** JSON text; `null` says that the client is gone. */
  readonly state: string;
  readonly person: string;
}

export type PeerMessage =
  | { readonly kind: 'content'; readonly document: DocumentId; readonly content: CommittedContent }
  | { readonly kind: 'awareness'; readonly document: DocumentId; readonly states: readonly PeerState[] }
  | { readonly kind: 'presence'; readonly document: DocumentId; readonly members: readonly Member[] }
  /** The sender has opened a room: who else is in it? */
  | { readonly kind: 'ask'; readonly document: DocumentId };

const kinds = ['content', 'awareness', 'presence', 'ask'] as const satisfies readonly PeerMessage['kind'][];

export function writePeerMessage(serverId: string, message: PeerMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, serverId);
  encoding.writeVarUint(encoder, kinds.indexOf(message.kind));
  encoding.writeVarString(encoder, message.document);
  if (message.kind === 'content') writeContent(encoder, message.content);
  else if (message.kind === 'awareness') writeList(encoder, message.states, writeState);
  else if (message.kind === 'presence') encoding.writeVarString(encoder, JSON.stringify(message.members));
  return encoding.toUint8Array(encoder);
}

/** Throws for anything that is not a message between servers. */
export function readPeerMessage(bytes: Uint8Array): { readonly serverId: string; readonly message: PeerMessage } {
  const decoder = decoding.createDecoder(bytes);
  const serverId = decoding.readVarString(decoder);
  const kind = kinds[decoding.readVarUint(decoder)];
  if (kind === undefined) throw new Error('a message between servers of a kind that is not known');
  switch (kind) {
    case 'ask':
      return { serverId, message: { kind, document: decoding.readVarString(decoder) } };
    case 'content':
      return { serverId, message: { kind, document: decoding.readVarString(decoder), content: readContent(decoder) } };
    case 'awareness':
      return { serverId, message: { kind, document: decoding.readVarString(decoder), states: readList(decoder, readState) } };
    case 'presence': {
      const document = decoding.readVarString(decoder);
      return { serverId, message: { kind, document, members: readMembers(decoder) } };
    }
  }
}

function writeContent(encoder: encoding.Encoder, { first, last, bytes, owners }: CommittedContent): void {
  encoding.writeVarUint(encoder, first);
  encoding.writeVarUint(encoder, last);
  encoding.writeVarUint8Array(encoder, bytes);
  writeList(encoder, owners, (_, [client, person]) => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarString(encoder, person);
  });
}

function readContent(decoder: decoding.Decoder): CommittedContent {
  const first = decoding.readVarUint(decoder);
  const last = decoding.readVarUint(decoder);
  // lib0 reads two numbers beyond the safe integers before it throws.
  if (!Number.isSafeInteger(last) || first > last) throw new Error(`a commit of ${first} to ${last}`);
  const bytes = decoding.readVarUint8Array(decoder).slice(); // not a view of whatever the bus received
  const owners = readList(decoder, () => [decoding.readVarUint(decoder), decoding.readVarString(decoder)] as const);
  return { first, last, bytes, owners };
}

function readMembers(decoder: decoding.Decoder): readonly Member[] {
  const members: unknown = JSON.parse(decoding.readVarString(decoder));
  if (!Array.isArray(members) || !members.every(isMember)) throw new Error('who is in a document is not a list of members');
  return members;
}

function isMember(value: unknown): value is Member {
  return isObject<Member>(value) && isAuthor(value.author) && isLabel(value.label);
}

function isAuthor(value: unknown): value is Author {
  return isObject<Author>(value) && areStrings(value.person, value.agency);
}

function isLabel(value: unknown): value is Label {
  return isObject<Label>(value) && areStrings(value.name, value.agency, value.colour);
}

function isObject<T>(value: unknown): value is { readonly [key in keyof T]?: unknown } {
  return typeof value === 'object' && value !== null;
}

function areStrings(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function writeState(encoder: encoding.Encoder, { client, clock, state, person }: PeerState): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  encoding.writeVarString(encoder, person);
}

function readState(decoder: decoding.Decoder): PeerState {
  return {
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
    person: decoding.readVarString(decoder),
  };
}

function writeList<T>(encoder: encoding.Encoder, items: readonly T[], write: (encoder: encoding.Encoder, item: T) => void): void {
  encoding.writeVarUint(encoder, items.length);
  for (const item of items) write(encoder, item);
}

function readList<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): readonly T[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, () => read(decoder));
}
