// The tests' network: rooms of one or several servers on a manual clock, a fragile log, and clients on lines that move only when told.
import type { CloseCode } from '../close-codes.ts';
import type { AppendFacts, RefusedUpdate } from '../events.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import type { Access, ClientVersion, Member } from '../member.ts';
import type { Clock, DocumentId, UpdateLog } from '../ports.ts';
import { createRooms, type Rooms } from '../room/rooms.ts';
import { ClusterMembership } from '../servers/membership.ts';
import { FragileLog } from './fragile-log.ts';
import { Line } from './line.ts';
import { ManualClock, settled } from './manual-clock.ts';
import { Client } from './client.ts';
import { TestBus } from './test-bus.ts';

export const answer: DocumentId = 'answer-1';

/** A member of the engine's, by the person's name; the agency is told apart only by label. */
function member(person: string): Member {
  return { author: { person, agency: `agency of ${person}` }, label: { name: person, agency: `agency of ${person}`, colour: '#123456' } };
}

export class Network implements AsyncDisposable {
  readonly clock = new ManualClock();
  readonly log = new FragileLog();
  readonly refused: RefusedUpdate[] = [];
  readonly alarms: DocumentId[] = [];
  readonly loaded: DocumentId[] = [];
  readonly presence: string[][] = [];
  readonly commits: number[] = [];
  readonly lines = new Set<Line>();
  readonly clients = new Set<Client>();
  readonly closed: CloseCode[] = [];
  readonly appends: AppendFacts[] = [];
  readonly bus = new TestBus();
  /** The servers, by name; one without a bus unless told otherwise. */
  readonly servers = new Map<string, Server>();
  private readonly limits: Partial<Limits>;
  private started = 0;

  constructor(limits: Partial<Limits> = {}, servers: readonly string[] = []) {
    this.limits = limits;
    this.log.create(answer);
    if (servers.length === 0) this.servers.set(alone, this.start(alone, false));
    for (const server of servers) this.servers.set(server, this.start(server, true));
  }

  /** Of the only server. */
  get rooms(): Rooms {
    return this.at(alone);
  }

  /** Of one of the servers. */
  get anywhere(): Rooms {
    const [first] = this.servers.keys();
    return this.at(first ?? alone);
  }

  at(server: string): Rooms {
    const found = this.servers.get(server);
    if (found === undefined) throw new Error(`there is no server ${server}`);
    return found.rooms;
  }

  /** Connects a client; nothing is delivered yet. */
  connect(client: Client, access: Access = 'write', document: DocumentId = answer, { server = alone, version }: Where = {}): Line {
    const line = new Line(client, server);
    this.lines.add(line);
    this.clients.add(client);
    line.session = this.at(server).connect(document, line, member(client.name), access, version);
    client.open(line);
    return line;
  }

  /** A new client, connected and in step with the server. */
  async join(name: string, access: Access = 'write', document: DocumentId = answer, where: Where = {}): Promise<Client> {
    const client = new Client(name);
    this.connect(client, access, document, where);
    await this.deliver();
    return client;
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
  async crash(beforeRestart: () => void = () => {}, server = alone): Promise<void> {
    const hasBus = this.kill(server);
    beforeRestart();
    this.log.lose();
    await settled();
    this.servers.set(server, this.start(server, hasBus));
  }

  /** A server is gone for good, without a word. True when it had peers. */
  kill(server: string): boolean {
    const killed = this.servers.get(server);
    if (killed === undefined) throw new Error(`there is no server ${server}`);
    for (const line of this.lines) {
      if (line.server !== server) continue;
      line.session = null;
      line.cut();
      this.lines.delete(line);
    }
    killed.life.isOver = true;
    this.bus.remove(killed.name);
    this.servers.delete(server);
    return killed.membership !== null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.lines) line.cut();
    const disposing = [...this.servers.values()].map(({ rooms }) => rooms[Symbol.asyncDispose]());
    await this.clock.advance(10_000);
    await Promise.all(disposing);
    for (const { membership } of this.servers.values()) membership?.[Symbol.dispose]();
    for (const client of this.clients) client.awareness?.destroy();
  }

  private start(server: string, hasBus: boolean): Server {
    const life = { isOver: false };
    const name = `${server}-${++this.started}`;
    const clock = mortalClock(this.clock, life);
    const limits = { ...defaultLimits, commitEveryMs: 10, ...this.limits };
    const membership = hasBus ? new ClusterMembership({ bus: this.bus.at(name, 'members'), serverId: name, clock }) : null;
    const rooms = createRooms({
      log: mortalLog(this.log, life),
      clock,
      limits,
      ...(membership === null ? {} : { cluster: { bus: this.bus.at(name, 'engine'), membership } }),
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
    return { name, rooms, life, membership };
  }
}

const alone = 'the only server';

export interface Where {
  readonly server?: string;
  readonly version?: ClientVersion;
}

interface Server {
  /** Of this life of the server: after a restart it is another one to its peers. */
  readonly name: string;
  readonly rooms: Rooms;
  readonly life: Life;
  /** Null for one that has no peers. */
  readonly membership: ClusterMembership | null;
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
