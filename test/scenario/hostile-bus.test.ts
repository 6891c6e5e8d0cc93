// Proves that anyone who can write to Redis can put nothing into an answer, take no right away, and stop nobody: servers believe only each other.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { eventually, onFleet, openDesk } from '../desk/index.ts';

await onFleet('a hostile publisher on Redis', { size: 2 }, (fleet, redis) => {
  it('changes nothing with what it makes up, changes or says again', async () => {
    await using desk = await openDesk({ house: fleet().house });
    const [moh, epu, coordinator] = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.coordinator()]);
    const there = epu.through(fleet().urls[1]!);
    using tap = await Tap.on(redis().url);
    const [mine, theirs] = await Promise.all([moh.opens('1'), there.opens('1')]);
    mine.types('Written by us. ');
    await mine.saved();
    await coordinator.comments('1', 'Heard by everybody.');
    await eventually(() => expect(theirs.reads()).toBe('Written by us. '));
    await eventually(() => expect(tap.heard.length).toBeGreaterThan(10));
    const said = [...tap.heard];
    for (const { channel, message } of said) {
      tap.publishes(channel, message);
      tap.publishes(channel, changed(message));
      tap.publishes(channel, message.subarray(0, Math.floor(message.length / 2)));
      tap.publishes(channel, randomBytes(message.length));
      for (const other of said.slice(0, 5)) tap.publishes(channel, other.message);
    }
    await tap.isQuiet();
    // Both go on, with each other.
    theirs.types('And by us. ');
    await theirs.saved();
    await eventually(() => expect(mine.reads()).toContain('And by us.'));
    expect([mine.closedWith, theirs.closedWith, mine.access, theirs.access]).toEqual([null, null, 'write', 'write']);
    const words = 'Written by us. And by us.';
    expect([mine, theirs].map((it) => it.reads().trim().split(/\s+/).toSorted().join(' '))).toEqual(
      Array(2).fill(words.split(' ').toSorted().join(' ')),
    );
    expect((await there.answer('1')).digest).toBe((await moh.answer('1')).digest);
  });
});

function changed(message: Buffer): Buffer {
  const copy = Buffer.from(message);
  const at = Math.floor(copy.length * 0.9);
  copy.writeUInt8((copy[at] ?? 0) ^ 0xff, at);
  return copy;
}

interface Said {
  readonly channel: string;
  readonly message: Buffer;
}

/** Hears everything that goes over a Redis, and says whatever it is told to: two plain connections, without a library that means well. */
class Tap implements Disposable {
  readonly heard: Said[] = [];
  readonly #listening: ReturnType<typeof connect>;
  readonly #speaking: ReturnType<typeof connect>;
  #bytes = Buffer.alloc(0);
  #published = 0;
  #answered = 0;

  private constructor(url: URL) {
    this.#listening = connect(Number(url.port), url.hostname);
    this.#speaking = connect(Number(url.port), url.hostname);
    this.#listening.on('data', (bytes) => this.#take(bytes));
    this.#speaking.on('data', (bytes) => (this.#answered += bytes.toString().split('\r\n').length - 1));
    this.#listening.write('PSUBSCRIBE *\r\n');
  }

  static async on(url: string): Promise<Tap> {
    const tap = new Tap(new URL(url));
    await eventually(() => until(tap.#bytes.length > 0));
    return tap;
  }

  publishes(channel: string, message: Uint8Array): void {
    this.#published += 1;
    this.#speaking.write(`*3\r\n$7\r\nPUBLISH\r\n$${channel.length}\r\n${channel}\r\n$${message.length}\r\n`);
    this.#speaking.write(message);
    this.#speaking.write('\r\n');
  }

  /** Redis has taken all of it. */
  async isQuiet(): Promise<void> {
    await eventually(() => until(this.#answered === this.#published));
  }

  [Symbol.dispose](): void {
    this.#listening.destroy();
    this.#speaking.destroy();
  }

  /** Messages arrive as `*4`, each part behind its length: "pmessage", the pattern, the channel, the bytes. */
  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const start = this.#bytes.indexOf('*4\r\n$8\r\npmessage\r\n$1\r\n*\r\n');
      if (start < 0) return;
      const channel = partAt(this.#bytes, start + 25);
      const message = channel === null ? null : partAt(this.#bytes, channel.end);
      if (channel === null || message === null) return;
      this.heard.push({ channel: channel.part.toString(), message: Buffer.from(message.part) });
      this.#bytes = this.#bytes.subarray(message.end);
    }
  }
}

function until(isSo: boolean): void {
  if (!isSo) throw new Error('not yet');
}

/** The part that stands at `start` behind its length; null while it is not all there. */
function partAt(bytes: Buffer, start: number): { readonly part: Buffer; readonly end: number } | null {
  const cut = bytes.indexOf('\r\n', start);
  if (cut < 0) return null;
  const length = Number(bytes.toString('latin1', start + 1, cut));
  const end = cut + 2 + length + 2;
  return bytes.length < end ? null : { part: bytes.subarray(cut + 2, cut + 2 + length), end };
}
