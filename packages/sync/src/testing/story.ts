// A random story of writers and a reader at one answer, on one server or on several, in which everything goes wrong that can.
import { closeCodes } from '../close-codes.ts';
import type { Freeze } from '../room/freeze.ts';
import type { Access } from '../member.ts';
import { answer, Network } from './network.ts';
import { Client } from './client.ts';
import { Seeded } from './seeded.ts';

export class Story implements AsyncDisposable {
  readonly network: Network;
  readonly writers: readonly Client[];
  readonly reader = new Client('reader');
  /** Close codes that a client of honest intent must never see. */
  readonly wrongCloses: number[] = [];
  private readonly random: Seeded;
  private readonly revoked = new Set<string>();
  private freeze: Freeze | null = null;
  private freezingServer = '';
  private isAccepted = false;
  private letGo: (() => void) | null = null;
  private readonly servers: readonly string[];

  /** `servers`: none for one server alone. */
  constructor(seed: number, servers: readonly string[] = []) {
    this.random = new Seeded(seed);
    this.network = new Network({ lingerMs: 50, freezeWithinMs: 200, restAfterMs: 100, heartbeatMs: 400, compareEveryMs: 300 }, servers);
    this.servers = [...this.network.servers.keys()];
    this.writers = ['health', 'works', 'finance', 'lead'].slice(0, 3 + this.random.below(2)).map((name) => new Client(name));
    for (const client of this.everybody) client.show({ cursor: 0 });
  }

  get everybody(): readonly Client[] {
    return [...this.writers, this.reader];
  }

  async step(): Promise<void> {
    const roll = this.random.below(100);
    if (roll < 30) this.write(this.random.pick(this.writers));
    else if (roll < 65) this.move();
    else if (roll < 73) await this.network.clock.advance(this.random.below(25));
    else if (roll < 74) this.network.log.compact(answer);
    else if (roll < 75) this.disturbBus();
    else if (roll < 82) this.reconnect(this.random.pick(this.everybody));
    else if (roll < 87) this.random.pick(this.everybody).line?.cut();
    else if (roll < 89) this.reader.type('forged');
    else if (roll < 91) this.network.log.fails = this.random.below(2) === 0 ? () => true : () => false;
    else if (roll < 93) this.stallOrLetGo();
    else if (roll < 95) await this.freezeOrRelease();
    else if (roll < 97) await this.changeRights();
    else if (roll < 98) await this.crash();
    else this.random.pick(this.everybody).show({ cursor: roll });
  }

  /** Everything is well again, everybody is connected with all rights, and all is delivered and committed. */
  async heal(): Promise<void> {
    this.network.log.fails = () => false;
    this.letGo?.();
    this.freeze?.release('thaw');
    this.revoked.clear();
    this.isAccepted = false;
    this.network.log.fence(answer, false);
    for (const { name } of this.network.servers.values()) this.network.bus.mend(name);
    for (const server of this.servers) await this.recheckAt(server);
    for (let round = 0; round < 4; round++) {
      await this.network.commit();
      await this.network.clock.advance(6_000);
      for (const client of this.everybody) if (!this.isConnected(client)) this.reconnect(client);
    }
    await this.network.commit();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.network[Symbol.asyncDispose]();
  }

  private write(client: Client): void {
    const { length } = client.text;
    if (length > 5 && this.random.below(4) === 0) client.erase(this.random.below(length - 3), 1 + this.random.below(3));
    else client.type(this.random.pick(['a', 'bc', 'def ', '😀']), this.random.below(length + 1));
  }

  private move(): void {
    const line = this.random.pick([...this.everybody].flatMap((client) => client.line ?? []).concat(this.spare()));
    const steps = 1 + this.random.below(4);
    for (let step = 0; step < steps; step++) {
      if (this.random.below(2) === 0) line.stepToServer();
      else line.stepToClient();
    }
  }

  private spare() {
    return this.everybody.some((client) => client.line !== null) ? [] : [this.reconnect(this.reader)];
  }

  private isConnected(client: Client): boolean {
    return client.line !== null && this.network.lines.has(client.line) && !client.line.isDead;
  }

  private reconnect(client: Client) {
    client.line?.cut();
    if (client.line !== null) this.network.lines.delete(client.line);
    const code = client.closedWith;
    if (code === closeCodes.readOnly) client.rebuild();
    else if (code !== null && code >= 4400 && code < 4500) this.wrongCloses.push(code);
    return this.network.connect(client, this.right(client.name), answer, { server: this.random.pick(this.servers) });
  }

  private recheckAt(server: string): Promise<void> {
    return this.network.at(server).recheck((_document, { author }) => this.right(author.person), [answer]);
  }

  /** Messages move on, are lost, or a server is cut off for a while. */
  private disturbBus(): void {
    const { name } = this.random.pick([...this.network.servers.values()]);
    const roll = this.random.below(10);
    if (roll < 6) this.network.bus.step(name);
    else if (roll < 7) this.network.bus.lose(name);
    else if (roll < 8) this.network.bus.cut(name);
    else this.network.bus.mend(name);
  }

  private right(person: string): Access {
    return person === 'reader' || this.isAccepted || this.revoked.has(person) ? 'read' : 'write';
  }

  private stallOrLetGo(): void {
    if (this.letGo === null) {
      this.letGo = this.network.log.stall();
    } else {
      this.letGo();
      this.letGo = null;
    }
  }

  private async freezeOrRelease(): Promise<void> {
    if (this.freeze === null) {
      this.freezingServer = this.random.pick(this.servers);
      const freezing = this.network
        .at(this.freezingServer)
        .freeze(answer)
        .then(
          (freeze) => freeze,
          () => null, // the log was too slow for it
        );
      await this.network.clock.advance(300);
      this.freeze = await freezing;
    } else {
      this.isAccepted = this.random.below(2) === 0;
      // The decision's transaction, at which a server that knows nothing of it may have committed since the freeze.
      this.network.log.fence(answer, this.isAccepted);
      this.freeze.release(this.isAccepted ? 'read-only' : 'thaw');
      this.freeze = null;
    }
  }

  private async changeRights(): Promise<void> {
    const { name } = this.random.pick(this.writers);
    if (!this.revoked.delete(name)) this.revoked.add(name);
    if (this.random.below(3) === 0) {
      this.isAccepted = false;
      this.network.log.fence(answer, false);
    }
    // The others hear of it later, or never.
    await this.recheckAt(this.random.pick(this.servers));
  }

  private async crash(): Promise<void> {
    const { letGo } = this;
    const server = this.random.pick(this.servers);
    if (server === this.freezingServer) this.freeze = null; // it is gone with its server
    this.letGo = null;
    const lands = this.random.below(2) === 0;
    await this.network.crash(() => (lands ? letGo?.() : undefined), server);
  }
}
