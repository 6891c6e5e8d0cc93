// The connections to Redis (or Valkey), which carries messages between the servers of one installation. Nothing that must last is in it, and
// nothing that it brings is believed without the seal of one of these servers.
import type { Bus } from '@chancery/sync';
import { Redis, type RedisOptions } from 'ioredis';
import { BusChannel } from './bus-channel.ts';
import { Sealing } from './envelope.ts';

export interface RedisBusOptions {
  readonly url: string;
  /** Id of the installation: deployments that share a Redis do not hear each other. */
  readonly installation: string;
  /** Id of this server, another one at every start. */
  readonly serverId: string;
  /** What messages are sealed with; the servers of the installation alone have it. */
  readonly key: string;
  /** The servers' common time, in milliseconds. */
  readonly now: () => number;
  /** Told when Redis goes away and when it is back; once each. */
  readonly changed: (isConnected: boolean, cause: unknown) => void;
}

interface BusFigures {
  readonly published: number;
  readonly received: number;
  /** How often messages may have been missed: a gap in what another server sent, or Redis was away. */
  readonly lost: number;
  /** Messages that no server of this installation has just sent. */
  readonly refused: number;
}

export interface RedisBus extends AsyncDisposable {
  readonly isConnected: boolean;
  readonly figures: BusFigures;
  /** Messages of one purpose; the same name is the same channel on every server. Ask for it before the first message matters. */
  channel(name: string): Bus;
  /** Sends to those who listen on that channel, without listening to it. */
  send(name: string, message: Uint8Array): void;
}

/** How long a start waits for Redis; without it the server starts all the same. */
const firstWaitMs = 2_000;
/** A Redis that says nothing for this long is away, and is asked this often. */
const silenceMs = 2_500;
const pingEveryMs = 1_000;
/** Handed to Redis and not taken by it; beyond this messages are dropped. */
const maxBacklogBytes = 32 * 1024 * 1024;

/** Connects, and goes on trying with growing pauses for as long as it lives. Never rejects: without Redis it is a bus that is away. */
export async function openRedisBus(options: RedisBusOptions): Promise<RedisBus> {
  const bus = new TwoConnections(options);
  await bus.isReadyWithin(firstWaitMs);
  return bus;
}

/** A connection that listens can do nothing else, so that there are two. */
class TwoConnections implements RedisBus {
  readonly #prefix: string;
  readonly #serverId: string;
  readonly #sealing: Sealing;
  readonly #now: () => number;
  readonly #changed: RedisBusOptions['changed'];
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #channels = new Map<string, BusChannel>();
  readonly #figures = { published: 0, received: 0, lost: 0, refused: 0 };
  readonly #pings: NodeJS.Timeout;
  readonly #ready = Promise.withResolvers<void>();
  #isSubscribed = false;
  #isOpening = true;
  #wasConnected: boolean | null = null;
  #sentToOne = 0;
  #backlogBytes = 0;
  #lastError: unknown = null;

  constructor({ url, installation, serverId, key, now, changed }: RedisBusOptions) {
    this.#prefix = `chancery:${installation}:`;
    this.#serverId = serverId;
    this.#sealing = new Sealing(key);
    this.#now = now;
    this.#changed = changed;
    this.#publisher = new Redis(url, { ...connectionOptions, connectionName: `${this.#prefix}${serverId}:says` });
    this.#subscriber = new Redis(url, { ...connectionOptions, connectionName: `${this.#prefix}${serverId}:hears` });
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.on('error', (cause: unknown) => (this.#lastError = withoutCommand(cause)));
      connection.on('close', () => this.#look());
      connection.on('ready', () => this.#look());
    }
    this.#subscriber.on('ready', () => void this.#subscribe());
    this.#subscriber.on('close', () => (this.#isSubscribed = false));
    this.#subscriber.on('messageBuffer', (name: Buffer, bytes: Buffer) => this.#channels.get(name.toString())?.receive(bytes));
    this.#pings = setInterval(() => this.#ping(), pingEveryMs);
    this.#pings.unref();
  }

  get isConnected(): boolean {
    return this.#publisher.status === 'ready' && this.#subscriber.status === 'ready' && this.#isSubscribed;
  }

  get figures(): BusFigures {
    return this.#figures;
  }

  channel(name: string): Bus {
    const full = this.#prefix + name;
    const channel = this.#channels.get(full) ?? this.#make(full);
    this.#channels.set(full, channel);
    if (this.#subscriber.status === 'ready') void this.#subscribe();
    return channel;
  }

  send(name: string, message: Uint8Array): void {
    const full = this.#prefix + name;
    this.#figures.published += 1;
    this.#sentToOne += 1;
    const envelope = { from: this.#serverId, to: 'one', number: this.#sentToOne, sentAt: this.#now(), message } as const;
    this.#carry(full, this.#sealing.seal(full, envelope));
  }

  /** Resolves when it is connected, or after `withinMs`. */
  async isReadyWithin(withinMs: number): Promise<void> {
    const late = setTimeout(this.#ready.resolve, withinMs);
    await this.#ready.promise;
    clearTimeout(late);
    this.#isOpening = false;
    this.#look();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#pings);
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.removeAllListeners('close');
      connection.disconnect();
    }
  }

  #make(name: string): BusChannel {
    return new BusChannel({
      name,
      serverId: this.#serverId,
      sealing: this.#sealing,
      now: this.#now,
      carry: (bytes) => this.#carry(name, bytes),
      count: (what) => (this.#figures[what] += 1),
    });
  }

  #carry(channel: string, bytes: Buffer): void {
    if (this.#publisher.status !== 'ready' || this.#backlogBytes > maxBacklogBytes) return; // the gap in the numbers tells the others
    this.#backlogBytes += bytes.length;
    const settled = () => void (this.#backlogBytes -= bytes.length);
    this.#publisher.publish(channel, bytes).then(settled, settled);
  }

  /** Told as missed once the subscription stands, so that nothing falls between what is read again and what is heard. */
  async #subscribe(): Promise<void> {
    const names = [...this.#channels.keys()];
    try {
      if (names.length > 0) await this.#subscriber.subscribe(...names);
      else await this.#subscriber.ping();
    } catch {
      return; // the connection is gone again; the next one subscribes
    }
    if (this.#isSubscribed) return;
    this.#isSubscribed = true;
    this.#look();
    for (const channel of this.#channels.values()) channel.missed();
  }

  #look(): void {
    if (this.isConnected) this.#ready.resolve();
    if (this.#isOpening || this.isConnected === this.#wasConnected) return;
    this.#wasConnected = this.isConnected;
    this.#changed(this.isConnected, this.#lastError);
  }

  /** A connection on which no reply comes is destroyed by `socketTimeout`, and made again. */
  #ping(): void {
    for (const connection of [this.#publisher, this.#subscriber]) if (connection.status === 'ready') connection.ping().catch(() => {});
  }
}

/** The command that Redis refused is on the error, and may be the one that holds the password: it is not for the log. */
function withoutCommand(cause: unknown): Error {
  return new Error(cause instanceof Error ? cause.message : 'Redis failed');
}

const connectionOptions = {
  socketTimeout: silenceMs,
  connectTimeout: silenceMs,
  // What could not be sent is lost and read from the database; sent late it would come out of order.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  retryStrategy: (times: number) => Math.min(1_000, 50 * 2 ** Math.min(times, 5)) * (0.5 + Math.random() / 2),
} satisfies RedisOptions;
