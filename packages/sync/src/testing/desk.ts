// Owns the test's desk: rooms of one or several servers on a manual clock, a fragile log, and peers on lines that move only when told.
import type { CloseCode } from '../close-codes.ts';
import type { AppendFacts, RefusedUpdate } from '../events.ts';
import type { Limits } from '../limits.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import type { Clock, DocumentId, UpdateLog } from '../ports.ts';
import { createRooms, type Rooms } from '../room/rooms.ts';
import { FragileLog } from './fragile-log.ts';
import { Line } from './line.ts';
import { ManualClock, settled } from './manual-clock.ts';
import { Peer } from './peer.ts';
import { TestBus } from './test-bus.ts';

export const answer: DocumentId = 'answer-1';

/** A member of the engine's, by the person's name; the agency is told apart only by label. */
function member(person: string): Member {
  return { author: { person, agency: `agency of ${person}` }, label: { name: person, agency: `agency of ${person}`, colour: '#123456' } };
}

export class Desk implements AsyncDisposable {
  readonly clock = new ManualClock();
  readonly log = new FragileLog();
  readonly refused: RefusedUpdate[] = [];
  readonly alarms: DocumentId[] = [];
  readonly loaded: DocumentId[] = [];
  readonly presence: string[][] = [];
  readonly commits: number[] = [];
  readonly lines = new Set<Line>();
  readonly peers = new Set<Peer>();
  readonly closed: CloseCode[] = [];
  readonly appends: AppendFacts[] = [];
  readonly bus = new TestBus();
  /** The servers, by name; one without a bus unless told otherwise. */
  readonly nodes = new Map<string, Node>();
  private readonly limits: Partial<Limits>;
  private started = 0;

  constructor(limits: Partial<Limits> = {}, nodes: readonly string[] = []) {
    this.limits = limits;
    this.log.create(answer);
    if (nodes.length === 0) this.nodes.set(alone, this.start(alone, false));
    for (const node of nodes) this.nodes.set(node, this.start(node, true));
  }

  /** Of the only server. */
  get rooms(): Rooms {
    return this.at(alone);
  }

  /** Of one of the servers. */
  get anywhere(): Rooms {
    const [first] = this.nodes.keys();
    return this.at(first ?? alone);
  }

  at(node: string): Rooms {
    const found = this.nodes.get(node);
    if (found === undefined) throw new Error(`there is no server ${node}`);
    return found.rooms;
  }

  /** Connects a peer; nothing is delivered yet. */
  connect(peer: Peer, access: Access = 'write', document: DocumentId = answer, { node = alone, version }: Where = {}): Line {
    const line = new Line(peer, node);
    this.lines.add(line);
    this.peers.add(peer);
    line.session = this.at(node).connect(document, line, member(peer.name), access, version);
    peer.open(line);
    return line;
  }

  /** A new peer, connected and in step with the server. */
  async join(name: string, access: Access = 'write', document: DocumentId = answer, where: Where = {}): Promise<Peer> {
    const peer = new Peer(name);
    this.connect(peer, access, document, where);
    await this.deliver();
    return peer;
  }

  /** Delivers everything, without time passing, until all is quiet. */
  async deliver(): Promise<void> {
    do {
      await this.clock.advance(0);
      for (const line of this.lines) {
        while (line.toServer.length > 0) line.stepToServer();
        while (line.toClient.length > 0) line.stepToClient();
      }
      this.bus.deliver();
      await this.clock.advance(0);
    } while ([...this.lines].some((line) => !line.isQuiet) || !this.bus.isQuiet);
  }

  /** Delivers everything and lets the log commit. */
  async commit(): Promise<void> {
    await this.deliver();
    await this.clock.advance(20);
    await this.deliver();
  }

  /** The process is killed: memory, lines and timers are gone, the log stays. `beforeRestart` is when an append under way may still land. */
  async crash(beforeRestart: () => void = () => {}, node = alone): Promise<void> {
    const hasBus = this.kill(node);
    beforeRestart();
    this.log.lose();
    await settled();
    this.nodes.set(node, this.start(node, hasBus));
  }

  /** A server is gone for good, without a word. True when it had neighbours. */
  kill(node: string): boolean {
    const killed = this.nodes.get(node);
    if (killed === undefined) throw new Error(`there is no server ${node}`);
    for (const line of this.lines) {
      if (line.node !== node) continue;
      line.session = null;
      line.cut();
      this.lines.delete(line);
    }
    killed.life.isOver = true;
    this.bus.remove(killed.name);
    this.nodes.delete(node);
    return killed.hasBus;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.lines) line.cut();
    const disposing = [...this.nodes.values()].map(({ rooms }) => rooms[Symbol.asyncDispose]());
    await this.clock.advance(10_000);
    await Promise.all(disposing);
    for (const peer of this.peers) peer.awareness?.destroy();
  }

  private start(node: string, hasBus: boolean): Node {
    const life = { isOver: false };
    const name = `${node}-${++this.started}`;
    const rooms = createRooms({
      log: mortalLog(this.log, life),
      clock: mortalClock(this.clock, life),
      limits: { commitEveryMs: 10, ...this.limits },
      ...(hasBus ? { cluster: { bus: this.bus.at(name), serverId: name } } : {}),
      events: {
        refused: (_document, update) => void this.refused.push(update),
        alarm: (document) => void this.alarms.push(document),
        loaded: (document) => void this.loaded.push(document),
        presenceChanged: (_document, present) => void this.presence.push(present.map(({ author }) => author.person)),
        committed: (_document, sequence) => void this.commits.push(sequence),
        closed: (_document, code) => void this.closed.push(code),
        appended: (facts) => void this.appends.push(facts),
      },
    });
    return { name, rooms, life, hasBus };
  }
}

const alone = 'the only server';

export interface Where {
  readonly node?: string;
  readonly version?: ClientVersion;
}

interface Node {
  /** Of this life of the server: a new one is another to its neighbours. */
  readonly name: string;
  readonly rooms: Rooms;
  readonly life: Life;
  readonly hasBus: boolean;
}

interface Life {
  isOver: boolean;
}

/** What a dead process still has under way may reach the log, but nothing comes back to it and nothing new goes out. */
function mortalLog(log: UpdateLog, life: Life): UpdateLog {
  const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (life.isOver) return new Promise(() => {});
    try {
      return await work();
    } finally {
      if (life.isOver) await new Promise(() => {});
    }
  };
  return {
    load: (document, after) => whileAlive(() => log.load(document, after)),
    append: (batch) => whileAlive(() => log.append(batch)),
    heads: (documents) => whileAlive(() => log.heads(documents)),
  };
}

function mortalClock(clock: Clock, life: Life): Clock {
  return { now: () => clock.now(), after: (ms, action) => clock.after(ms, () => (life.isOver ? undefined : action())) };
}
