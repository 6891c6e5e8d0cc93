// Frames in a stream of bytes that keeps no boundaries, such as an HTTP body: before each frame stands its length (SPEC.md K4).
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MalformedMessageError } from '../../errors.ts';
import { maxFrameBytes } from './frames.ts';

/** Of a length as it is written; enough for `maxFrameBytes`. */
const maxPrefixBytes = 4;

/** Of one body: more than anybody can type between two requests, and few enough to be read at one go. */
export const maxFramesAtOnce = 4_000;

/** The frames one after the other, each behind its length. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder);
}

/** The frames of a whole body; throws MalformedMessageError when it does not end with a frame, or holds more than `maxFramesAtOnce`. */
export function splitFrames(body: Uint8Array): readonly Uint8Array[] {
  const splitter = new FrameSplitter(maxFramesAtOnce);
  const frames = splitter.push(body);
  if (!splitter.isBetweenFrames) throw new MalformedMessageError('a body that ends inside a frame');
  return frames;
}

/** Finds the frames in a stream that arrives in pieces. */
export class FrameSplitter {
  private pieces: Uint8Array[] = [];
  private held = 0;
  /** Bytes that must be here before looking again is of use. */
  private awaited = 1;
  private readonly maxAtOnce: number;

  /** `maxAtOnce`: of the frames that one piece may complete. */
  constructor(maxAtOnce: number = Number.POSITIVE_INFINITY) {
    this.maxAtOnce = maxAtOnce;
  }

  get isBetweenFrames(): boolean {
    return this.held === 0;
  }

  /** The frames that this piece completes; throws MalformedMessageError for one that is too large, or too many. */
  push(piece: Uint8Array): readonly Uint8Array[] {
    this.pieces.push(piece);
    this.held += piece.length;
    if (this.held < this.awaited) return [];
    const bytes = this.pieces.length === 1 ? piece : joined(this.pieces, this.held);
    const frames: Uint8Array[] = [];
    let from = 0;
    for (;;) {
      const head = lengthAt(bytes, from);
      const end = head === null ? bytes.length + 1 : head.end + head.length;
      if (end > bytes.length) {
        this.keep(bytes.subarray(from), end - from);
        return frames;
      }
      if (frames.length === this.maxAtOnce) throw new MalformedMessageError('too many frames at once');
      frames.push(bytes.subarray(head?.end, end));
      from = end;
    }
  }

  private keep(rest: Uint8Array, awaited: number): void {
    this.pieces = rest.length === 0 ? [] : [rest];
    this.held = rest.length;
    this.awaited = awaited;
  }
}

/** Null while the length itself is not wholly here. */
function lengthAt(bytes: Uint8Array, from: number): { length: number; end: number } | null {
  const last = bytes.subarray(from, from + maxPrefixBytes).findIndex((byte) => byte < 128);
  if (last < 0 && bytes.length - from < maxPrefixBytes) return null;
  if (last < 0) throw new MalformedMessageError('a frame that is too large');
  const length = decoding.readVarUint(decoding.createDecoder(bytes.subarray(from, from + last + 1)));
  if (length > maxFrameBytes) throw new MalformedMessageError('a frame that is too large');
  return { length, end: from + last + 1 };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
