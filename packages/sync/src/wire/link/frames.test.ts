import { describe, expect, it } from 'vitest';
import { MalformedMessageError } from '../../errors.ts';
import { Seeded } from '../../testing/seeded.ts';
import { FrameSplitter, joinFrames, splitFrames } from './frame-stream.ts';
import { type ClientFrame, maxFrameBytes, readClientFrame, readServerFrame, type ServerFrame, writeFrame } from './frames.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const clientFrames: readonly ClientFrame[] = [
  { kind: 'open', channel: 1, path: '/sync/round/6%20a?schema=1' },
  { kind: 'data', channel: 300, message: bytes(0, 1, 2) },
  { kind: 'data', channel: 0x7fffffff, message: bytes() },
  { kind: 'close', channel: 7 },
  { kind: 'still-here' },
];
const serverFrames: readonly ServerFrame[] = [
  { kind: 'welcome', link: 'a-link' },
  { kind: 'data', channel: 1, message: bytes(5, 4, 114, 101, 97, 100) },
  { kind: 'closed', channel: 12, code: 4405, reason: 'The answer is frozen. ✋' },
  { kind: 'still-here' },
  { kind: 'ended', code: 1012, reason: '' },
];

describe('a frame', () => {
  it.each(clientFrames)('K1: of a client is read as it was written: $kind', (frame) => {
    expect(readClientFrame(writeFrame(frame))).toEqual(frame);
  });

  it.each(serverFrames)('K1: of a server is read as it was written: $kind', (frame) => {
    expect(readServerFrame(writeFrame(frame))).toEqual(frame);
  });

  it.each<[string, Uint8Array]>([
    ['that is empty', bytes()],
    ['of no kind', bytes(99)],
    ['that only a server sends', writeFrame({ kind: 'welcome', link: 'mine' })],
    ['without its channel', bytes(3)],
    ['for the channel 0', bytes(3, 0)],
    ['for a channel of no possible number', bytes(3, 255, 255, 255, 255, 127)],
    ['with a path that is cut off', writeFrame({ kind: 'open', channel: 1, path: '/sync/round/1' }).slice(0, -1)],
    ['with more behind it', bytes(...writeFrame({ kind: 'close', channel: 1 }), 0)],
    ['that opens what is no path', writeFrame({ kind: 'open', channel: 1, path: 'https://elsewhere.example' })],
    ['that opens a path without end', writeFrame({ kind: 'open', channel: 1, path: `/${'x'.repeat(3000)}` })],
    ['whose path is no text', bytes(1, 1, 2, 47, 255)],
    ['that is too large', new Uint8Array(maxFrameBytes + 1).fill(2)],
  ])('K1: %s is malformed', (_what, frame) => {
    expect(() => readClientFrame(frame)).toThrow(MalformedMessageError);
  });

  it.each([1, 2, 3, 4, 5])('K1: of random bytes, or changed on its way, is read or malformed, and nothing else: seed %i', (seed) => {
    const random = new Seeded(seed);
    for (let round = 0; round < 2000; round += 1) {
      const frame = [...writeFrame(random.pick([...clientFrames, ...serverFrames]))];
      for (let change = random.below(4); change > 0; change -= 1) frame[random.below(frame.length + 1)] = random.below(256);
      if (random.below(4) === 0) frame.length = random.below(frame.length + 1);
      for (const read of [readClientFrame, readServerFrame]) expect(outcomeOf(() => read(Uint8Array.from(frame)))).not.toBe('bug');
    }
  });
});

describe('a stream of frames', () => {
  const frames = [...clientFrames, ...serverFrames].map(writeFrame);

  it.each([1, 2, 3])('K4: gives the same frames in whatever pieces it arrives: seed %i', (seed) => {
    const random = new Seeded(seed);
    const sent = Array.from({ length: 200 }, () => random.pick([...frames, new Uint8Array(random.below(40_000)).fill(7)]));
    const stream = joinFrames(sent);
    const splitter = new FrameSplitter();
    const arrived: Uint8Array[] = [];
    for (let at = 0; at < stream.length; ) {
      const piece = stream.slice(at, at + 1 + random.below(random.below(2) === 0 ? 4 : 100_000));
      arrived.push(...splitter.push(piece));
      at += piece.length;
    }
    expect(splitter.isBetweenFrames).toBe(true);
    expect(arrived.map((it) => it.length)).toEqual(sent.map((it) => it.length));
    expect(arrived).toEqual(sent);
  });

  it('K4: that is a whole body ends with a frame', () => {
    const body = joinFrames(frames);
    expect(splitFrames(body)).toEqual(frames);
    expect(splitFrames(bytes())).toEqual([]);
    expect(() => splitFrames(body.slice(0, -1))).toThrow(MalformedMessageError);
    expect(() => splitFrames(bytes(128))).toThrow(MalformedMessageError);
  });

  it('K4: that announces a frame larger than any is malformed before it has come', () => {
    expect(() => new FrameSplitter().push(bytes(255, 255, 255, 127))).toThrow(MalformedMessageError);
    expect(() => new FrameSplitter().push(bytes(128, 128, 128, 128, 128))).toThrow(MalformedMessageError);
    expect(new FrameSplitter().push(bytes(128, 128))).toEqual([]);
  });
});

function outcomeOf(read: () => unknown): 'read' | 'malformed' | 'bug' {
  try {
    read();
    return 'read';
  } catch (cause) {
    return cause instanceof MalformedMessageError ? 'malformed' : 'bug';
  }
}

it('K4: a body of more frames than one request may hold is malformed, whatever they are', () => {
  const stillHere = writeFrame({ kind: 'still-here' });
  const bodyOf = (frames: number) => joinFrames(Array.from({ length: frames }, () => stillHere));
  expect(splitFrames(bodyOf(4_000))).toHaveLength(4_000);
  expect(() => splitFrames(bodyOf(4_001))).toThrow(MalformedMessageError);
});
