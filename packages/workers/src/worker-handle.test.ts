import { expect, test } from 'vitest';
import { BeyondBoundsError, WorkerHandle, type WorkerOptions } from './index.ts';
import type { Examples } from './testing/example-worker.ts';

const start = (options: WorkerOptions = {}) => new WorkerHandle<Examples>(new URL('./testing/example-worker.ts', import.meta.url), options);

test('each request has its own reply, whatever else the worker posts', async () => {
  await using worker = start();
  expect(await Promise.all([worker.ask('double', 2), worker.ask('later', 3), worker.ask('double', 4)])).toEqual([4, 3, 8]);
});

test('a request that throws fails alone, with what it threw as the cause', async () => {
  await using worker = start();
  const failed = worker.ask('fail', 'no paper');
  const after = worker.ask('double', 1);
  await expect(failed).rejects.toMatchObject({
    message: 'a request to a worker failed: no paper',
    cause: { message: 'no paper', cause: { message: 'the first cause' } },
  });
  expect(await after).toBe(2);
});

test('what is thrown keeps its code, for an error of the owner’s making', async () => {
  await using worker = start({ toError: ({ message, code }) => new RangeError(`${code}: ${message}`) });
  await expect(worker.ask('fail', 'no ink')).rejects.toEqual(new RangeError('EXAMPLE: no ink'));
});

test('what cannot be cloned is an error, on either way', async () => {
  await using worker = start();
  await expect(worker.ask('uncloneable', undefined)).rejects.toThrow('could not be cloned');
  await expect(worker.ask('failUncloneably', 'no pen')).rejects.toThrow('no pen');
  await expect(worker.ask('double', (() => 1) as unknown as number)).rejects.toThrow('could not be cloned');
  expect(await worker.ask('double', 1)).toBe(2);
});

test('what is transferred is not copied', async () => {
  await using worker = start();
  const bytes = new Uint8Array(1000);
  expect(await worker.ask('size', bytes, { transfer: [bytes.buffer] })).toBe(1000);
  expect(bytes.length).toBe(0);
});

test('a request beyond its time ends the worker, and what waits behind it', async () => {
  await using worker = start();
  await worker.ask('double', 1);
  const spinning = worker.ask('spin', undefined, { maxMs: 50 });
  const behind = worker.ask('double', 1);
  await expect(spinning).rejects.toBeInstanceOf(BeyondBoundsError);
  await expect(behind).rejects.toBeInstanceOf(BeyondBoundsError);
  expect(worker.hasEnded).toBe(true);
});

test('a request beyond the memory ends the worker', async () => {
  await using worker = start({ memory: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } });
  await expect(worker.ask('hoard', undefined)).rejects.toBeInstanceOf(BeyondBoundsError);
});

test('aborting ends the worker with the reason of the signal', async () => {
  await using worker = start();
  const request = new AbortController();
  const spinning = worker.ask('spin', undefined, { signal: request.signal });
  request.abort();
  await expect(spinning).rejects.toMatchObject({ name: 'AbortError' });
  await expect(worker.ask('double', 1, { signal: request.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('a worker that has ended refuses, instead of leaving its owner waiting', async () => {
  await using worker = start();
  await expect(worker.ask('end', undefined)).rejects.toThrow('has ended');
  await expect(worker.ask('double', 1)).rejects.toThrow('has ended');
});

test('a worker that cannot start says why', async () => {
  await using worker = new WorkerHandle<Examples>(new URL('./testing/no-such-worker.ts', import.meta.url));
  await expect(worker.ask('double', 1)).rejects.toMatchObject({
    message: 'the worker failed',
    cause: { message: expect.stringContaining('no-such-worker.ts') },
  });
});
