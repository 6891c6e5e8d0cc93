// Proves that what is sent up a link reaches the server that holds it, wherever the request arrived.
import { type Bus, createSystemClock } from '@chancery/sync';
import { expect, it } from 'vitest';
import type { Up, UpOutcome } from '../connection/link/link-forwarder.ts';
import { openLinkPost } from './link-post.ts';

/** Servers with a wire between them; one that is not named is not there. */
function servers(takes: Readonly<Record<string, (up: Up) => UpOutcome>>) {
  const inboxes = new Map<string, (bytes: Uint8Array) => void>();
  const send = (to: string, message: Uint8Array) => queueMicrotask(() => inboxes.get(to)?.(message));
  const open = (node: string, take: (up: Up) => UpOutcome) => {
    const inbox: Bus = {
      publish: () => {},
      listen: (listener) => {
        inboxes.set(node, (bytes) => listener.message(bytes));
        return { [Symbol.dispose]: () => inboxes.delete(node) };
      },
    };
    return openLinkPost({ serverId: node, clock: createSystemClock(), inbox, send, take });
  };
  return new Map(Object.entries(takes).map(([node, take]) => [node, open(node, take)]));
}

const body = new Uint8Array([0, 1, 255, 7]);
const up = (link: string): Up => ({ link, signIn: 'of somebody', sequence: 3, body });

it('the server that holds the link takes it, and its outcome is given', async () => {
  const taken: Up[] = [];
  const all = servers({ one: () => 'unknown', two: (it) => (taken.push(it), 'out-of-order') });
  expect(await all.get('one')?.forward(up('two.secret'))).toBe('out-of-order');
  expect(taken).toMatchObject([{ ...up('two.secret'), body: expect.anything() as unknown }]);
  expect([...(taken[0]?.body ?? [])]).toEqual([...body]);
});

it('a server that is gone holds no link', async () => {
  const all = servers({ one: () => 'taken' });
  expect(await all.get('one')?.forward(up('gone.secret'))).toBe('unknown');
});

it.each(['', 'secret', '.secret', 'one.secret'])('an id that names no other server (%s) is known nowhere', async (link) => {
  const all = servers({ one: () => 'taken' });
  expect(await all.get('one')?.forward(up(link))).toBe('unknown');
});
