// Proves the K rules of the tab on a network on paper.
import { beforeEach, describe, expect, it } from 'vitest';
import { channelSocket } from './channel-socket.ts';
import { PaperNetwork, paperMemory } from './testing/paper-network.ts';

let network: PaperNetwork;
beforeEach(() => {
  network = new PaperNetwork();
});

/** A document that somebody opens, and what became of it. */
function opens(question: string, on: PaperNetwork = network) {
  const Socket = channelSocket(on.link);
  const socket = new Socket(`wss://desk/sync/round/${question}?schema=1`);
  const seen: (string | number)[] = [];
  socket.onopen = () => seen.push('open');
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => seen.push(...new Uint8Array(data));
  socket.onclose = ({ code }) => seen.push(`closed ${code}`);
  socket.onerror = () => seen.push('error');
  return { socket, seen };
}

/** Time enough for what needs none. */
const aMoment = () => network.clock.advance(0);

async function opensOverSocket(question: string) {
  const opened = opens(question);
  await aMoment();
  network.latest.welcomes();
  return opened;
}

describe('a tab', () => {
  it('K14: has one link for all its documents', async () => {
    const first = await opensOverSocket('1');
    const second = opens('2');
    const third = opens('6%20a');
    await aMoment();
    expect(network.ways).toEqual(['socket']);
    expect(network.latest.opened).toEqual(['1 /sync/round/1?schema=1', '2 /sync/round/2?schema=1', '3 /sync/round/6%20a?schema=1']);
    network.latest.says(
      { kind: 'data', channel: 2, message: Uint8Array.of(7, 8) },
      { kind: 'data', channel: 1, message: Uint8Array.of(9) },
    );
    expect([first.seen, second.seen, third.seen]).toEqual([['open', 9], ['open', 7, 8], ['open']]);
    second.socket.send(Uint8Array.of(1, 2));
    expect(network.latest.heard.at(-1)).toEqual({ kind: 'data', channel: 2, message: Uint8Array.of(1, 2) });
  });

  it('K2: sends nothing before the welcome', async () => {
    const { socket, seen } = opens('1');
    await aMoment();
    expect(() => socket.send(Uint8Array.of(1))).toThrow(/not open/);
    expect([network.latest.heard, seen, socket.readyState]).toEqual([[], [], 0]);
  });

  it('K3: passes on the code with which the server closes one document, says that it has heard it, and keeps the others', async () => {
    const first = await opensOverSocket('1');
    const second = opens('2');
    await aMoment();
    network.latest.says(
      { kind: 'closed', channel: 1, code: 4405, reason: 'frozen' },
      { kind: 'data', channel: 1, message: Uint8Array.of(1) },
    );
    expect([first.seen, second.seen]).toEqual([['open', 'closed 4405'], ['open']]);
    expect([first.socket.readyState, second.socket.readyState]).toEqual([3, 1]);
    expect(network.latest.heard.at(-1)).toEqual({ kind: 'close', channel: 1 });
    first.socket.send(Uint8Array.of(5));
    first.socket.close();
    expect(network.latest.heard.at(-1)).toEqual({ kind: 'close', channel: 1 });
  });

  it('K14: closes the link a moment after the last document', async () => {
    const first = await opensOverSocket('1');
    first.socket.close();
    await network.clock.advance(500);
    expect([first.seen, network.latest.isClosed]).toEqual([['open', 'closed 1000'], false]);
    const second = opens('2');
    await network.clock.advance(2_000);
    expect([second.seen, network.ways]).toEqual([['open'], ['socket']]);
    expect(network.latest.heard.slice(1)).toEqual([
      { kind: 'close', channel: 1 },
      { kind: 'open', channel: 2, path: '/sync/round/2?schema=1' },
    ]);
    second.socket.close();
    await network.clock.advance(2_000);
    expect(network.latest.isClosed).toBe(true);
    opens('3');
    await aMoment();
    expect(network.ways).toEqual(['socket', 'socket']);
  });

  it('K12: ends all documents as broken when the link breaks, and numbers afresh on the next one', async () => {
    const first = await opensOverSocket('1');
    const second = opens('2');
    await aMoment();
    network.latest.breaks();
    for (const { seen } of [first, second]) expect(seen).toEqual(['open', 'error', 'closed 1006']);
    const again = opens('2');
    await network.clock.advance(1_000);
    network.latest.welcomes();
    expect([again.seen, network.latest.opened]).toEqual([['open'], ['1 /sync/round/2?schema=1']]);
  });

  it.each([4401, 4429, 1012])('K12: ends all documents with %i when the server ends the link with it', async (code) => {
    const first = await opensOverSocket('1');
    network.latest.says({ kind: 'ended', code, reason: '' });
    expect(first.seen).toEqual(['open', `closed ${code}`]);
    const second = opens('2');
    await network.clock.advance(1_000);
    network.latest.breaks(code);
    expect([second.seen, network.ways]).toEqual([[`closed ${code}`], ['socket', 'socket']]);
  });

  it('K9: answers that it is still here, and takes a link on which nothing comes for broken', async () => {
    const { seen } = await opensOverSocket('1');
    for (let time = 0; time < 4; time += 1) {
      await network.clock.advance(15_000);
      network.latest.says({ kind: 'still-here' });
      expect(network.latest.heard.at(-1)).toEqual({ kind: 'still-here' });
    }
    await network.clock.advance(24_000);
    expect(seen).toEqual(['open']);
    await network.clock.advance(1_000);
    expect([seen.at(-1), network.latest.isClosed]).toEqual(['closed 1006', true]);
  });

  it('takes what is no frame for a broken link, and ends a message that no frame can hold with its document alone', async () => {
    const first = await opensOverSocket('1');
    const second = opens('2');
    await aMoment();
    first.socket.send(new Uint8Array(4 * 1024 * 1024));
    await aMoment();
    expect([first.seen.at(-1), second.seen]).toEqual(['closed 4413', ['open']]);
    network.latest.says({ kind: 'open', channel: 1, path: '/' } as never);
    expect(second.seen.at(-1)).toBe('closed 1006');
  });
});

describe('the transport of a tab', () => {
  it.each([1006, 1000, 1001, 1005])(
    'K15: is HTTP when the WebSocket ends with %i before the welcome, before any document hears of it',
    async (code) => {
      const { seen } = opens('1');
      await aMoment();
      network.latest.breaks(code);
      expect([network.ways, seen]).toEqual([['socket', 'http'], []]);
      network.latest.welcomes();
      expect([seen, network.latest.opened]).toEqual([['open'], ['1 /sync/round/1?schema=1']]);
    },
  );

  it('K15: is HTTP when nothing comes over the WebSocket for 5 s', async () => {
    opens('1');
    await network.clock.advance(4_999);
    expect(network.ways).toEqual(['socket']);
    await network.clock.advance(1);
    expect([network.ways, network.lines[0]?.isClosed]).toEqual([['socket', 'http'], true]);
  });

  it('K15: is HTTP when the WebSocket breaks twice within 10 s of opening', async () => {
    for (const expected of [['socket'], ['socket', 'socket'], ['socket', 'socket', 'http']]) {
      opens('1');
      await network.clock.advance(2_000);
      expect(network.ways).toEqual(expected);
      network.latest.welcomes();
      await network.clock.advance(9_000);
      network.latest.breaks();
    }
  });

  it('K15: stays the WebSocket when it breaks later, or when the server says why it ends', async () => {
    for (const [afterMs, code] of [
      [9_000, 1006],
      [11_000, 1006],
      [9_000, 1006],
      [1_000, 1012],
      [1_000, 1012],
      [20_000, 1006],
    ] as const) {
      opens('1');
      await network.clock.advance(4_000);
      network.latest.welcomes();
      for (let left = afterMs; left > 0; left -= 1_000) {
        network.latest.says({ kind: 'still-here' });
        await network.clock.advance(1_000);
      }
      network.latest.breaks(code);
    }
    expect(new Set(network.ways)).toEqual(new Set(['socket']));
  });

  it('K15: is remembered through a reload, and the WebSocket is tried again after five minutes', async () => {
    const memory = paperMemory();
    network = new PaperNetwork(memory);
    opens('1');
    await aMoment();
    network.latest.breaks();
    network.latest.welcomes();
    const reloaded = new PaperNetwork(memory);
    opens('1', reloaded);
    await reloaded.clock.advance(0);
    expect(reloaded.ways).toEqual(['http']);
    reloaded.latest.welcomes();
    for (let time = 0; time < 30; time += 1) {
      await reloaded.clock.advance(10_000);
      reloaded.latest.says({ kind: 'still-here' });
    }
    reloaded.latest.breaks();
    opens('1', reloaded);
    await reloaded.clock.advance(1_000);
    expect(reloaded.ways).toEqual(['http', 'socket']);
  });

  it('K15: is not decided by a server that is away: then both fail, and the WebSocket is first again', async () => {
    const { seen } = opens('1');
    await aMoment();
    network.latest.breaks();
    network.latest.breaks();
    expect(seen).toEqual(['error', 'closed 1006']);
    opens('1');
    await network.clock.advance(1_000);
    expect(network.ways).toEqual(['socket', 'http', 'socket']);
  });
});

describe('reconnecting', () => {
  it('K16: waits at random up to a second after the first break, and longer after each failure', async () => {
    await opensOverSocket('1');
    await network.clock.advance(20_000);
    network.latest.breaks(1012);
    const waits: number[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      opens('1');
      const before = network.lines.length;
      let waited = 0;
      for (; network.lines.length === before; waited += 50) await network.clock.advance(50);
      waits.push(waited);
      network.latest.breaks();
      network.latest.breaks();
    }
    expect(waits).toEqual([500, 1_000, 2_000, 2_500, 2_500]);
  });

  it('K16: is spread over the whole second, however many tabs there are', async () => {
    const starts: number[] = [];
    for (let tab = 0; tab < 100; tab += 1) {
      const one = new PaperNetwork();
      one.roll = tab / 100;
      opens('1', one);
      await one.clock.advance(0);
      one.latest.welcomes();
      await one.clock.advance(11_000);
      one.latest.breaks(1012);
      opens('1', one);
      for (let ms = 0; ms < 1_000 && one.lines.length === 1; ms += 100) {
        await one.clock.advance(100);
        if (one.lines.length > 1) starts.push(ms);
      }
    }
    for (let ms = 0; ms < 1_000; ms += 100) expect(starts.filter((it) => it === ms).length).toBeGreaterThanOrEqual(9);
  });

  it('K16: is hurried when the network is back, and given up at once when it goes', async () => {
    const { seen } = await opensOverSocket('1');
    network.link.drop();
    expect([seen.at(-1), network.latest.isClosed]).toEqual(['closed 1006', true]);
    for (let failure = 0; failure < 4; failure += 1) {
      opens('1');
      await network.clock.advance(5_000);
      network.latest.breaks();
      network.latest.breaks();
    }
    opens('1');
    const before = network.lines.length;
    await network.clock.advance(500);
    expect(network.lines).toHaveLength(before);
    network.link.hurry();
    await network.clock.advance(500);
    expect(network.lines).toHaveLength(before + 1);
  });
});
