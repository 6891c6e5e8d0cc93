// Owns the awareness states of one room: who may speak for which client id, whose name it shows, and when it is sent (SPEC.md Z1-Z5).
import type { ClientIds } from './client-ids.ts';
import { checkJson } from './content-check.ts';
import { MalformedMessageError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Label, Member } from './member.ts';
import { type AwarenessEntry, showAwareness } from './message.ts';
import type { Clock } from './ports.ts';

/** A session as awareness sees it. `awarenessClient` is the one client id it speaks for, null before it has introduced one. */
export interface Speaker {
  readonly member: Member;
  awarenessClient: number | null;
  send(message: Uint8Array): void;
}

interface Shown {
  readonly speaker: Speaker;
  readonly state: string;
}

const gone = 'null';

export class Awareness {
  private readonly clock: Clock;
  private readonly limits: Limits;
  private readonly clientIds: ClientIds;
  private readonly speakers: () => Iterable<Speaker>;
  private readonly shown = new Map<number, Shown>();
  /** The session that speaks for a client id: the newest of its person. */
  private readonly holders = new Map<number, Speaker>();
  private readonly changed = new Set<number>();
  private timer: Disposable | null = null;
  /** One count for all states, above the time, so that it also passes what clients remember of an earlier process. */
  private count = 0;

  constructor(parts: { clock: Clock; limits: Limits; clientIds: ClientIds; speakers: () => Iterable<Speaker> }) {
    this.clock = parts.clock;
    this.limits = parts.limits;
    this.clientIds = parts.clientIds;
    this.speakers = parts.speakers;
  }

  /** Takes what a session says. Throws MalformedMessageError; ignores what it says of others, as stock clients echo it (Z1). */
  receive(speaker: Speaker, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) {
      if (speaker.awarenessClient !== null && speaker.awarenessClient !== entry.client) continue;
      const state = labelled(entry.state, speaker.member.label, this.limits);
      if (!this.speaksFor(speaker, entry.client, state)) continue;
      if (state === gone) this.shown.delete(entry.client);
      else this.shown.set(entry.client, { speaker, state });
      this.change(entry.client);
    }
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
    if (this.shown.delete(client)) this.change(client);
  }

  [Symbol.dispose](): void {
    this.timer?.[Symbol.dispose]();
  }

  private speaksFor(speaker: Speaker, client: number, state: string): boolean {
    if (speaker.awarenessClient === null) {
      if (state === gone || !this.clientIds.claim(client, speaker.member.author.person)) return false;
      const holder = this.holders.get(client);
      if (holder !== undefined && holder.member.author.person !== speaker.member.author.person) return false;
      speaker.awarenessClient = client;
      this.holders.set(client, speaker);
    }
    return this.holders.get(client) === speaker;
  }

  private change(client: number): void {
    this.changed.add(client);
    this.timer ??= this.clock.after(this.limits.awarenessEveryMs, () => {
      this.timer = null;
      this.flush();
    });
  }

  private flush(): void {
    const changed = [...this.changed];
    this.changed.clear();
    const forOthers = this.encode(changed);
    for (const speaker of this.speakers()) {
      const own = speaker.awarenessClient;
      const isOwn = own !== null && changed.includes(own) && this.holders.get(own) === speaker;
      const others = isOwn ? changed.filter((client) => client !== own) : changed;
      if (others.length > 0) speaker.send(isOwn ? this.encode(others) : forOthers);
    }
  }

  private encode(clients: readonly number[]): Uint8Array {
    this.count = Math.max(this.count + 1, this.clock.now());
    return showAwareness(clients.map((client) => ({ client, clock: this.count, state: this.shown.get(client)?.state ?? gone })));
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
