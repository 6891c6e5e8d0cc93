// Proves that a channel between servers hears the others, and notices what is missing.
import { expect, it } from 'vitest';
import { BusChannel } from './bus-channel.ts';
import { seal, uncounted } from './envelope.ts';

/** Servers joined by a wire that can be cut; what they heard, `lost` included. */
function joined(...nodes: readonly string[]) {
  let isCut = false;
  const heard = new Map<string, string[]>(nodes.map((node) => [node, []]));
  const channels = nodes.map((node) => new BusChannel({ serverId: node, carry, count: () => {} }));
  function carry(bytes: Buffer): void {
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
  };
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
  const writes = (text: string) => channels[1]?.receive(seal({ from: 'one', number: uncounted, message: Buffer.from(text) }));
  says('one', 'a');
  writes('b');
  writes('c');
  says('one', 'd');
  expect(heard.get('two')).toEqual(['a', 'b', 'c', 'd']);
});

it('bytes of another program are no message', () => {
  const { channels, heard } = joined('one');
  for (const bytes of ['', 'x', '{"some":"json of somebody else"}']) channels[0]?.receive(Buffer.from(bytes));
  expect(heard.get('one')).toEqual([]);
});
