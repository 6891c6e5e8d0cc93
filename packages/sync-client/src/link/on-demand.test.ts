import { expect, it } from 'vitest';
import { onDemand } from './on-demand.ts';
import { broken, type OpenTransport, type TransportListener } from './transport.ts';

interface Fake {
  readonly open: OpenTransport;
  readonly sent: Uint8Array[];
  listener: TransportListener | null;
  isClosed: boolean;
}

function fakeTransport(): Fake {
  const fake: Fake = {
    sent: [],
    listener: null,
    isClosed: false,
    open: (listener) => {
      fake.listener = listener;
      return { send: (frame) => void fake.sent.push(frame), close: () => void (fake.isClosed = true) };
    },
  };
  return fake;
}

function listening(): TransportListener & { readonly heard: (Uint8Array | number)[] } {
  const heard: (Uint8Array | number)[] = [];
  return { heard, received: (frame) => void heard.push(frame), closed: (code) => void heard.push(code) };
}

it('connects once its code is there, and is that transport from then on', async () => {
  const fake = fakeTransport();
  const listener = listening();
  const transport = onDemand(() => Promise.resolve(fake.open))(listener);
  await Promise.resolve();
  const frame = new Uint8Array([1]);
  fake.listener?.received(frame);
  transport.send(frame);
  transport.close();
  expect([listener.heard, fake.sent, fake.isClosed]).toEqual([[frame], [frame], true]);
});

it('is a connection that could not be made when its code cannot be had', async () => {
  const listener = listening();
  onDemand(() => Promise.reject(new Error('offline')))(listener);
  await Promise.resolve();
  expect(listener.heard).toEqual([broken]);
});

it('connects to nothing and says nothing when it was given up before', async () => {
  const fake = fakeTransport();
  const listener = listening();
  onDemand(() => Promise.resolve(fake.open))(listener).close();
  onDemand(() => Promise.reject(new Error('offline')))(listener).close();
  await Promise.resolve();
  expect([listener.heard, fake.listener]).toEqual([[], null]);
});
