// A worker for the tests of both ends.
import { parentPort } from 'node:worker_threads';
import { replyWith } from '../index.ts';

const examples = {
  double: (value: number) => value * 2,
  later: async (value: number) => Promise.resolve(value),
  fail: (message: string) => {
    throw Object.assign(new Error(message, { cause: new Error('the first cause') }), { code: 'EXAMPLE' });
  },
  failUncloneably: (message: string) => {
    throw Object.assign(new Error(message), { cause: () => message });
  },
  uncloneable: () => () => {},
  size: (bytes: Uint8Array) => bytes.length,
  spin: () => {
    for (;;);
  },
  hoard: () => {
    for (const hoard: unknown[] = []; ; ) hoard.push(Array.from({ length: 10_000 }, () => hoard.length));
  },
  end: () => process.exit(),
};

export type Examples = typeof examples;

// As `node --watch` does for each file that a worker imports.
parentPort?.postMessage({ 'watch:import': [import.meta.url] });
replyWith(examples);
