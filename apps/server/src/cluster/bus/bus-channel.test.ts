// Proves that a channel between servers hears the others, and notices what is missing.
import { expect, it } from 'vitest';
import { BusChannel, maxAgeMs } from './bus-channel.ts';
import { type Envelope, Sealing } from './envelope.ts';

const sealing = new Sealing('the key of the installation');
const name = 'chancery:test';

/** Servers joined by a wire that can be cut; what they heard, `lost` included. */
function joined(...nodes: readonly string[]) {
  let isCut = false;
  const time = { now: 1_000_000 };
  const carried: Buffer[] = [];
  const refused = new Map<string, number>();
  const heard = new Map<string, string[]>(nodes.map((node) => [node, []]));
  const channels = nodes.map((node) => {
    const count = (what: string) => void (what === 'refused' && refused.set(node, (refused.get(node) ?? 0) + 1));
    return new BusChannel({ name, serverId: node, sealing, now: () => time.now, carry, count });
  });
  function carry(bytes: Buffer): void {
    carried.push(bytes);
    if (!isCut) for (const channel of channels) channel.receive(bytes);
  }
  for (const [at, node] of nodes.entries()) {
    const list = heard.get(node) ?? [];
    channels[at]?.listen({ message: (bytes) => list.push(Buffer.from(bytes).toString()), lost: () => list.push('lost') });
  }
  return {
    says: (node: string, text: string) => channels[nodes.indexOf(node)]?.publish(Buffer.from(text)),
    cut: (is: boolean) => (isCut = is),
    channels,
    heard,
    carried,
    refused,
    time,
  };
}

function envelope(text: string, fields: Partial<Envelope> = {}): Envelope {
  return { from: 'one', to: 'one', number: 1, sentAt: 1_000_000, message: Buffer.from(text), ...fields };
}

it('a message reaches every other server and not its own', () => {
  const { says, heard } = joined('one', 'two', 'three');
  says('one', 'hello');
  says('two', 'you too');
  expect(Object.fromEntries(heard)).toEqual({ one: ['you too'], two: ['hello'], three: ['hello', 'you too'] });
});

it('a message that was not carried is told as lost before the next one of its sender', () => {
  const { says, cut, heard } = joined('one', 'two');
  says('one', 'a');
  cut(true);
  says('one', 'b');
  cut(false);
  says('one', 'c');
  says('one', 'd');
  expect(heard.get('two')).toEqual(['a', 'lost', 'c', 'd']);
});

it('a carrier that was away is told as lost once', () => {
  const { says, cut, channels, heard } = joined('one', 'two');
  says('one', 'a');
  cut(true);
  says('one', 'b');
  cut(false);
  channels[1]?.missed();
  says('one', 'c');
  expect(heard.get('two')).toEqual(['a', 'lost', 'c']);
});

it('messages to one server alone stand in no count, and nothing is missing between them', () => {
  const { says, channels, heard } = joined('one', 'two');
  const writes = (text: string, number: number) => channels[1]?.receive(sealing.seal(name, envelope(text, { number })));
  says('one', 'a');
  writes('b', 5);
  writes('c', 9);
  says('one', 'd');
  expect(heard.get('two')).toEqual(['a', 'b', 'c', 'd']);
});

it('bytes of another program, and of a server of another installation, are no message', () => {
  const { channels, heard, refused } = joined('one');
  const foreign = new Sealing('another key').seal(name, envelope('x', { from: 'two' }));
  for (const bytes of ['', 'x', '{"some":"json of somebody else"}', '\0'.repeat(200)]) channels[0]?.receive(Buffer.from(bytes));
  channels[0]?.receive(foreign);
  expect(heard.get('one')).toEqual([]);
  expect(refused.get('one')).toBe(5);
});

it('a message in which any byte was changed is refused, and nothing is missing after it', () => {
  const { says, channels, heard, carried } = joined('one', 'two');
  says('one', 'a');
  const [sealed = Buffer.alloc(0)] = carried;
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
    channels[1]?.receive(changed);
  }
  for (let length = 0; length < sealed.length; length += 1) channels[1]?.receive(sealed.subarray(0, length));
  says('one', 'b');
  expect(heard.get('two')).toEqual(['a', 'b']);
});

it('a message that is said again is refused, at once, after the carrier was away, and on another channel', () => {
  const { says, channels, heard, carried } = joined('one', 'two');
  says('one', 'a');
  says('one', 'b');
  const again = () => carried.slice(0, 2).forEach((bytes) => channels[1]?.receive(bytes));
  again();
  channels[1]?.missed();
  again();
  says('one', 'c');
  expect(heard.get('two')).toEqual(['a', 'b', 'lost', 'c']);
  const other = new BusChannel({
    name: 'chancery:other',
    serverId: 'two',
    sealing,
    now: () => 1_000_000,
    carry: () => {},
    count: () => {},
  });
  other.listen({ message: () => expect.unreachable(), lost: () => {} });
  carried.forEach((bytes) => other.receive(bytes));
});

it('what was sent long ago is refused also by a server that has never heard its sender', () => {
  const { says, channels, heard, carried, time } = joined('one', 'two');
  says('one', 'a');
  const late = new BusChannel({ name, serverId: 'three', sealing, now: () => time.now, carry: () => {}, count: () => {} });
  late.listen({ message: (bytes) => heard.set('three', [Buffer.from(bytes).toString()]), lost: () => {} });
  time.now += maxAgeMs + 1;
  carried.forEach((bytes) => late.receive(bytes));
  expect(heard.get('three')).toBeUndefined();
  channels[1]?.receive(sealing.seal(name, envelope('of the future', { to: 'all', number: 2, sentAt: time.now + maxAgeMs + 1 })));
  channels[1]?.receive(sealing.seal(name, envelope('of no time', { to: 'all', number: 2, sentAt: Number.NaN })));
  expect(heard.get('two')).toEqual(['a']);
});
