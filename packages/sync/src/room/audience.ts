// The audience of a room: the sessions that get what others write, what they are told, and who is present (SPEC.md W5-W7, W10, Z6).
import * as Y from 'yjs';
import type { ClientIds } from '../content/client-ids.ts';
import type { Member } from '../member.ts';
import type { DocumentId } from '../ports.ts';
import type { Writer } from '../log/uncommitted.ts';
import type { Progress } from '../session/acknowledgements.ts';
import type { RoomSession } from '../session/session.ts';
import type { PeerState } from '../wire/peer-message.ts';
import { heartbeat, writeServerMessage } from '../wire/server-message.ts';
import { Awareness, type Hearers } from './awareness.ts';
import type { RoomParts } from './room-parts.ts';

/** An update on its way to everybody but the session that wrote it; `from` null: a peer wrote it. */
interface Outgoing {
  readonly from: Writer | null;
  readonly update: Uint8Array;
}

export class Audience implements Hearers, Disposable {
  readonly awareness: Awareness;
  readonly members = new Set<RoomSession>();
  private readonly document: DocumentId;
  private readonly parts: RoomParts;
  private isInTrouble = false;
  /** What this turn of the event loop brought. */
  private outgoing: Outgoing[] = [];

  constructor(document: DocumentId, clientIds: ClientIds, parts: RoomParts) {
    this.document = document;
    this.parts = parts;
    this.awareness = new Awareness(clientIds, this, parts);
  }

  /** The persons with a session here, however many connections each of them has. */
  get present(): readonly Member[] {
    return distinctMembers([...this.members].map((session) => session.member));
  }

  /** True while the log does not take what is typed: those who come are told so. */
  get hearsOfTrouble(): boolean {
    return this.isInTrouble;
  }

  /** Takes a session that was greeted, unless what it had sent meanwhile has ended it. */
  add(session: RoomSession): void {
    if (!session.isLive) return;
    this.members.add(session);
    this.awareness.showTo(session);
    if (session.isLive && !this.hasAnotherOf(session)) this.parts.presenceMoved(this.document, this.present);
  }

  remove(session: RoomSession): void {
    this.awareness.leave(session);
    if (this.members.delete(session) && !this.hasAnotherOf(session)) this.parts.presenceMoved(this.document, this.present);
  }

  /** Sends an update at the end of this turn, merged with the others of it, to all but its writer (W6). */
  broadcast(from: Writer | null, update: Uint8Array): void {
    if (this.outgoing.length === 0) this.parts.clock.after(0, () => this.flush());
    this.outgoing.push({ from, update });
  }

  acknowledge(progress: Progress): void {
    for (const session of this.members) session.acknowledge(progress);
  }

  tellTrouble(isInTrouble: boolean): void {
    if (this.isInTrouble === isInTrouble) return;
    this.isInTrouble = isInTrouble;
    for (const session of this.members) session.tell({ type: 'trouble', isInTrouble });
  }

  /** W5 */
  keepAlive(): void {
    for (const session of this.members) session.keepAlive(heartbeat);
  }

  publish(states: readonly PeerState[]): void {
    this.parts.peers.publishAwareness(this.document, states);
  }

  /** Tells the peers who is here. */
  tellPeers(): void {
    this.awareness.tellAll();
    this.parts.peers.publishPresence(this.document, this.present);
  }

  [Symbol.dispose](): void {
    this.awareness[Symbol.dispose]();
  }

  private flush(): void {
    const { outgoing } = this;
    this.outgoing = [];
    const writers = new Set(outgoing.map(({ from }) => from));
    let forOthers: Uint8Array | null = null;
    for (const session of this.members) {
      if (!session.isListening) continue; // W7
      if (writers.has(session)) {
        const byOthers = outgoing.filter(({ from }) => from !== session);
        if (byOthers.length > 0) session.send(updateMessage(byOthers));
      } else {
        forOthers ??= updateMessage(outgoing);
        session.send(forOthers);
      }
    }
  }

  /** True when the person of this session has another connection. */
  private hasAnotherOf(session: RoomSession): boolean {
    const { person } = session.author;
    return [...this.members].some((another) => another !== session && another.author.person === person);
  }
}

/** One member for each person, in the order in which they came. */
export function distinctMembers(members: Iterable<Member>): readonly Member[] {
  const byPerson = new Map<string, Member>();
  for (const member of members) if (!byPerson.has(member.author.person)) byPerson.set(member.author.person, member);
  return [...byPerson.values()];
}

function updateMessage(outgoing: readonly Outgoing[]): Uint8Array {
  const [first] = outgoing;
  const isAlone = outgoing.length === 1 && first !== undefined;
  return writeServerMessage({
    type: 'update',
    update: isAlone ? first.update : Y.mergeUpdates(outgoing.map(({ update }) => update)),
  });
}
