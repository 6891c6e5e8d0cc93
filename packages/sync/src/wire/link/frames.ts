// The frames of a link (SPEC.md K1-K3): one ordered two-way stream between a tab and the server that carries any number of channels,
// each of which is one document connection with an end of its own. It knows no transport and no document.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MalformedMessageError } from '../../errors.ts';

/** A number that the client gave the channel, greater than any it gave before on this link. */
export type ChannelNumber = number;

export type ClientFrame =
  /** `path` with its query, as a plain WebSocket would ask for it: `/sync/{round}/{question}?schema=1`. */
  | { readonly kind: 'open'; readonly channel: ChannelNumber; readonly path: string }
  | { readonly kind: 'data'; readonly channel: ChannelNumber; readonly message: Uint8Array }
  /** The client is done with the channel, or has heard that the server is. */
  | { readonly kind: 'close'; readonly channel: ChannelNumber }
  | { readonly kind: 'still-here' };

export type ServerFrame =
  /** The first frame of every link. `link` is the name by which other requests of the same sign-in may speak of it. */
  | { readonly kind: 'welcome'; readonly link: string }
  | { readonly kind: 'data'; readonly channel: ChannelNumber; readonly message: Uint8Array }
  /** Nothing more comes on this channel. The client replies with a close of its own. */
  | { readonly kind: 'closed'; readonly channel: ChannelNumber; readonly code: number; readonly reason: string }
  | { readonly kind: 'still-here' }
  /** The link itself ends; for transports that have no close code of their own. */
  | { readonly kind: 'ended'; readonly code: number; readonly reason: string };

/** No frame may be longer, in bytes: a message of the engine's largest size and its head fit in. */
export const maxFrameBytes = 4 * 1024 * 1024;

const maxPathLength = 2_048;
const kinds = { stillHere: 0, open: 1, data: 2, close: 3, welcome: 4, closed: 5, ended: 6 } as const;

/** Reads exactly one frame of a client; throws MalformedMessageError for anything else. */
export function readClientFrame(bytes: Uint8Array): ClientFrame {
  return readWhole(bytes, (decoder, kind) => {
    switch (kind) {
      case kinds.stillHere:
        return { kind: 'still-here' };
      case kinds.open:
        return { kind: 'open', channel: readChannel(decoder), path: readPath(decoder) };
      case kinds.data:
        return { kind: 'data', channel: readChannel(decoder), message: decoding.readTailAsUint8Array(decoder) };
      case kinds.close:
        return { kind: 'close', channel: readChannel(decoder) };
      default:
        throw new MalformedMessageError(`no client sends frames of kind ${kind}`);
    }
  });
}

/** Reads exactly one frame of a server; throws MalformedMessageError for anything else. */
export function readServerFrame(bytes: Uint8Array): ServerFrame {
  return readWhole(bytes, (decoder, kind) => {
    switch (kind) {
      case kinds.stillHere:
        return { kind: 'still-here' };
      case kinds.welcome:
        return { kind: 'welcome', link: decoding.readVarString(decoder) };
      case kinds.data:
        return { kind: 'data', channel: readChannel(decoder), message: decoding.readTailAsUint8Array(decoder) };
      case kinds.closed:
        return { kind: 'closed', channel: readChannel(decoder), ...readEnding(decoder) };
      case kinds.ended:
        return { kind: 'ended', ...readEnding(decoder) };
      default:
        throw new MalformedMessageError(`no server sends frames of kind ${kind}`);
    }
  });
}

/** The bytes of a frame of either side. */
export function writeFrame(frame: ClientFrame | ServerFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  switch (frame.kind) {
    case 'still-here':
      encoding.writeVarUint(encoder, kinds.stillHere);
      break;
    case 'open':
      writeHead(encoder, kinds.open, frame.channel);
      encoding.writeVarString(encoder, frame.path);
      break;
    case 'data':
      writeHead(encoder, kinds.data, frame.channel);
      encoding.writeUint8Array(encoder, frame.message);
      break;
    case 'close':
      writeHead(encoder, kinds.close, frame.channel);
      break;
    case 'welcome':
      encoding.writeVarUint(encoder, kinds.welcome);
      encoding.writeVarString(encoder, frame.link);
      break;
    case 'closed':
      writeHead(encoder, kinds.closed, frame.channel);
      writeEnding(encoder, frame);
      break;
    case 'ended':
      encoding.writeVarUint(encoder, kinds.ended);
      writeEnding(encoder, frame);
      break;
  }
  return encoding.toUint8Array(encoder);
}

function readWhole<Frame>(bytes: Uint8Array, read: (decoder: decoding.Decoder, kind: number) => Frame): Frame {
  if (bytes.length > maxFrameBytes) throw new MalformedMessageError('a frame that is too large');
  const decoder = decoding.createDecoder(bytes);
  let frame: Frame;
  try {
    frame = read(decoder, decoding.readVarUint(decoder));
  } catch (cause) {
    throw new MalformedMessageError('not a frame of a link', { cause });
  }
  // Reading past the end moves the position as well.
  if (decoder.pos !== bytes.length) throw new MalformedMessageError('a frame of another length than it says');
  return frame;
}

function readChannel(decoder: decoding.Decoder): ChannelNumber {
  const channel = decoding.readVarUint(decoder);
  if (channel === 0 || channel > 0x7fffffff) throw new MalformedMessageError('a channel of no possible number');
  return channel;
}

function readPath(decoder: decoding.Decoder): string {
  const path = decoding.readVarString(decoder);
  if (path.length > maxPathLength || !path.startsWith('/')) throw new MalformedMessageError('a channel to what is no path');
  return path;
}

function readEnding(decoder: decoding.Decoder): { code: number; reason: string } {
  return { code: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) };
}

function writeHead(encoder: encoding.Encoder, kind: number, channel: ChannelNumber): void {
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint(encoder, channel);
}

function writeEnding(encoder: encoding.Encoder, { code, reason }: { code: number; reason: string }): void {
  encoding.writeVarUint(encoder, code);
  encoding.writeVarString(encoder, reason);
}
