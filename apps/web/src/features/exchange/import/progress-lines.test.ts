import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressLines } from './progress-lines.ts';

const said = [
  { kind: 'progress', done: 1, of: 2 },
  { kind: 'progress', done: 2, of: 2 },
  { kind: 'report', isCancelled: false, outcomes: [{ question: '1', outcome: 'refused', reason: 'é ✓ "quoted"\nline' }] },
] as const;

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      places.slice(1).forEach((to, index) => controller.enqueue(bytes.slice(places[index], to)));
      controller.close();
    },
  });
}

async function allOf(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of progressLines(stream)) lines.push(line);
  return lines;
}

const bytes = new TextEncoder().encode(said.map((line) => `${JSON.stringify(line)}\n`).join(''));

describe('progressLines', () => {
  it('reads the same lines wherever the stream is cut, even inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        expect(await allOf(streamOf(bytes, cuts))).toEqual(said);
      }),
    );
  });

  it('leaves out a line that was broken off', async () => {
    expect(await allOf(streamOf(bytes.slice(0, bytes.length - 5), []))).toEqual(said.slice(0, 2));
  });

  it('gives up the stream when nobody reads on', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.slice(0, bytes.indexOf(10) + 1)),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const line of progressLines(stream)) {
      expect(line).toEqual(said[0]);
      break;
    }
    expect(isCancelled).toBe(true);
  });
});
