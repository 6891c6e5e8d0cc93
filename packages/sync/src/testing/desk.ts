// Owns the test's desk: rooms on a manual clock, a fragile log, and peers on lines that move only when told.
import type { RefusedUpdate } from '../events.ts';
import type { Limits } from '../limits.ts';
import type { Access, Member } from '../member.ts';
import type { Clock, DocumentId, UpdateLog } from '../ports.ts';
import { createRooms, type Rooms } from '../rooms.ts';
import { FragileLog } from './fragile-log.ts';
import { Line } from './line.ts';
import { ManualClock, settled } from './manual-clock.ts';
import { Peer } from './peer.ts';

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
  rooms: Rooms;
  private readonly limits: Partial<Limits>;
  private life: Life = { isOver: false };

  constructor(limits: Partial<Limits> = {}) {
    this.limits = limits;
    this.log.create(answer);
    this.rooms = this.start();
  }

  /** Connects a peer; nothing is delivered yet. */
  connect(peer: Peer, access: Access = 'write', document: DocumentId = answer): Line {
    const line = new Line(peer);
    this.lines.add(line);
    this.peers.add(peer);
    line.session = this.rooms.connect(document, line, member(peer.name), access);
    peer.open(line);
    return line;
  }

  /** A new peer, connected and in step with the server. */
  async join(name: string, access: Access = 'write', document: DocumentId = answer): Promise<Peer> {
    const peer = new Peer(name);
    this.connect(peer, access, document);
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
      await this.clock.advance(0);
    } while ([...this.lines].some((line) => !line.isQuiet));
  }

  /** Delivers everything and lets the log commit. */
  async commit(): Promise<void> {
    await this.deliver();
    await this.clock.advance(20);
    await this.deliver();
  }

  /** The process is killed: memory, lines and timers are gone, the log stays. `beforeRestart` is when an append under way may still land. */
  async crash(beforeRestart: () => void = () => {}): Promise<void> {
    for (const line of this.lines) {
      line.session = null;
      line.cut();
    }
    this.lines.clear();
    this.life.isOver = true;
    beforeRestart();
    this.log.lose();
    await settled();
    this.rooms = this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.lines) line.cut();
    const disposing = this.rooms[Symbol.asyncDispose]();
    await this.clock.advance(10_000);
    await disposing;
    for (const peer of this.peers) peer.awareness?.destroy();
  }

  private start(): Rooms {
    const life = { isOver: false };
    this.life = life;
    return createRooms({
      log: mortalLog(this.log, life),
      clock: mortalClock(this.clock, life),
      limits: this.limits,
      events: {
        refused: (_document, update) => void this.refused.push(update),
        alarm: (document) => void this.alarms.push(document),
        loaded: (document) => void this.loaded.push(document),
        presenceChanged: (_document, present) => void this.presence.push(present.map(({ author }) => author.person)),
        committed: (_document, sequence) => void this.commits.push(sequence),
      },
    });
  }
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
  return { load: (document) => whileAlive(() => log.load(document)), append: (batch) => whileAlive(() => log.append(batch)) };
}

function mortalClock(clock: Clock, life: Life): Clock {
  return { now: () => clock.now(), after: (ms, action) => clock.after(ms, () => (life.isOver ? undefined : action())) };
}
