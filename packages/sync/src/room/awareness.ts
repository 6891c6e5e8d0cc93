// The awareness of one room: who may speak for which client id, whose name it shows, and when it is sent, to sessions here and to other
// servers (SPEC.md Z1-Z5, V5).
import type { ClientIds } from '../content/client-ids.ts';
import { checkJson } from '../content/decoded-update.ts';
import { MalformedMessageError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Label, Member } from '../member.ts';
import type { AwarenessEntry } from '../wire/client-message.ts';
import type { PeerState } from '../wire/peer-message.ts';
import { writeServerMessage } from '../wire/server-message.ts';
import type { Clock } from '../ports.ts';

/** A session as awareness sees it. */
export interface Speaker {
  readonly member: Member;
  /** The one client id that it speaks for; null before it has introduced one. */
  readonly awarenessClient: number | null;
  introduce(client: number): void;
  send(message: Uint8Array): void;
}

/** Those who are shown the states. */
export interface Hearers {
  readonly members: Iterable<Speaker>;
  /** Tells the peers. */
  publish(states: readonly PeerState[]): void;
}

interface Shown {
  /** The session here that speaks for it, or the server that has that session. */
  readonly from: Speaker | { readonly serverId: string };
  readonly person: string;
  readonly state: string;
}

interface AwarenessParts {
  readonly clock: Clock;
  readonly limits: Limits;
}

const gone = 'null';

export class Awareness {
  private readonly clientIds: ClientIds;
  private readonly hearers: Hearers;
  private readonly parts: AwarenessParts;
  private readonly shown = new Map<number, Shown>();
  /** The session that speaks for a client id: the newest of its person. */
  private readonly holders = new Map<number, Speaker>();
  private readonly changed = new Set<number>();
  /** Of the changed ones those that sessions here have changed. */
  private readonly changedHere = new Set<number>();
  private timer: Disposable | null = null;
  /** One count for all states, above the time, so that it also passes what clients remember of an earlier process. */
  private count = 0;

  constructor(clientIds: ClientIds, hearers: Hearers, parts: AwarenessParts) {
    this.clientIds = clientIds;
    this.hearers = hearers;
    this.parts = parts;
  }

  /** Takes what a session says. Throws MalformedMessageError; ignores what it says of others, as stock clients echo it (Z1). */
  receive(speaker: Speaker, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) {
      if (speaker.awarenessClient !== null && speaker.awarenessClient !== entry.client) continue;
      const state = labelled(entry.state, speaker.member.label, this.parts.limits);
      if (!this.speaksFor(speaker, entry.client, state)) continue;
      if (state === gone) this.shown.delete(entry.client);
      else this.shown.set(entry.client, { from: speaker, person: speaker.member.author.person, state });
      this.changeHere(entry.client);
    }
  }

  /** Takes what a peer says of its sessions: whose client ids they are, before anybody here hears of them. */
  hear(serverId: string, states: readonly PeerState[]): void {
    for (const { client, clock, state, person } of states) {
      this.count = Math.max(this.count, clock);
      if (this.holders.has(client)) continue; // its person has come over to this server
      const from = this.shown.get(client)?.from;
      if (state === gone) {
        if (from === undefined || !('serverId' in from) || from.serverId !== serverId) continue;
        this.shown.delete(client);
      } else {
        this.clientIds.learn([[client, person]], false);
        this.shown.set(client, { from: { serverId }, person, state });
      }
      this.change(client);
    }
  }

  /** A peer is gone, and its sessions with it. */
  forget(serverId: string): void {
    for (const [client, { from }] of this.shown) {
      if (!('serverId' in from) || from.serverId !== serverId) continue;
      this.shown.delete(client);
      this.change(client);
    }
  }

  /** Tells the peers of everybody here. */
  tellAll(): void {
    const here = [...this.shown].filter(([, { from }]) => !('serverId' in from)).map(([client]) => client);
    if (here.length > 0) this.hearers.publish(this.numbered(here));
  }

  /** Shows one session everybody else, at once. */
  showTo(speaker: Speaker): void {
    const clients = [...this.shown.keys()].filter((client) => client !== speaker.awarenessClient);
    if (clients.length > 0) speaker.send(this.encode(clients));
  }

  leave(speaker: Speaker): void {
    const client = speaker.awarenessClient;
    if (client === null || this.holders.get(client) !== speaker) return; // a newer connection speaks for it now
    this.holders.delete(client);
    this.clientIds.release(client);
    if (this.shown.delete(client)) this.changeHere(client);
  }

  [Symbol.dispose](): void {
    this.timer?.[Symbol.dispose]();
  }

  private speaksFor(speaker: Speaker, client: number, state: string): boolean {
    if (speaker.awarenessClient === null) {
      if (state === gone || !this.clientIds.claim(client, speaker.member.author.person)) return false;
      const holder = this.holders.get(client);
      if (holder !== undefined && holder.member.author.person !== speaker.member.author.person) return false;
      speaker.introduce(client);
      this.holders.set(client, speaker);
    }
    return this.holders.get(client) === speaker;
  }

  private changeHere(client: number): void {
    this.changedHere.add(client);
    this.change(client);
  }

  private change(client: number): void {
    this.changed.add(client);
    this.timer ??= this.parts.clock.after(this.parts.limits.awarenessEveryMs, () => {
      this.timer = null;
      this.flush();
    });
  }

  private flush(): void {
    const changed = [...this.changed];
    this.changed.clear();
    if (this.changedHere.size > 0) this.hearers.publish(this.numbered([...this.changedHere]));
    this.changedHere.clear();
    const forOthers = this.encode(changed);
    for (const speaker of this.hearers.members) {
      const own = speaker.awarenessClient;
      const isOwn = own !== null && changed.includes(own) && this.holders.get(own) === speaker;
      const others = isOwn ? changed.filter((client) => client !== own) : changed;
      if (others.length > 0) speaker.send(isOwn ? this.encode(others) : forOthers);
    }
  }

  private encode(clients: readonly number[]): Uint8Array {
    return writeServerMessage({ type: 'awareness', entries: this.numbered(clients) });
  }

  private numbered(clients: readonly number[]): readonly PeerState[] {
    this.count = Math.max(this.count + 1, this.parts.clock.now());
    return clients.map((client) => {
      const shown = this.shown.get(client);
      return { client, clock: this.count, state: shown?.state ?? gone, person: shown?.person ?? '' };
    });
  }
}

/** The state as JSON text with the server's word on who it is. */
function labelled(text: string, label: Label, limits: Limits): string {
  if (text.length > limits.awarenessLength) throw new MalformedMessageError('an awareness state that is too large');
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch (cause) {
    throw new MalformedMessageError('an awareness state that is not JSON', { cause });
  }
  if (state === null) return gone;
  if (typeof state !== 'object' || Array.isArray(state)) throw new MalformedMessageError('an awareness state that is not an object');
  checkJson(state, limits.jsonDepth);
  return JSON.stringify({ ...state, user: { name: label.name, agency: label.agency, color: label.colour } });
}
