// How a client speaks with each server: y-websocket's messages, which Hocuspocus begins with the document's name and an authentication.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Dialect } from '../../servers/names.ts';

export type Heard =
  /** The server asks for what it lacks. */
  | { readonly kind: 'question' }
  /** All that the server has. */
  | { readonly kind: 'content'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  /** The server has so many of the content frames of this connection, counted from 1. */
  | { readonly kind: 'acknowledged'; readonly frames: number }
  /** One more of them. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'other' };

const sync = 0;
const step1 = 0;
const step2 = 1;
const update = 2;
const acknowledgement = 4;
const hocuspocus = { authentication: 2, token: 0, authenticated: 2, syncReply: 4, syncStatus: 8 } as const;
const emptyStateVector = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);

/** What one client of one document says, and how it reads what it hears. */
export class Language {
  readonly dialect: Dialect;
  private readonly document: string;

  constructor(dialect: Dialect, document: string) {
    this.dialect = dialect;
    this.document = document;
  }

  /** The first message; null where the client may ask for the content at once. */
  get introduction(): Uint8Array | null {
    if (this.dialect !== 'hocuspocus') return null;
    return this.message((encoder) => {
      encoding.writeVarUint(encoder, hocuspocus.authentication);
      encoding.writeVarUint(encoder, hocuspocus.token);
      encoding.writeVarString(encoder, 'token');
      encoding.writeVarString(encoder, '4.7.0');
    });
  }

  get question(): Uint8Array {
    return this.syncMessage(step1, emptyStateVector);
  }

  /** Says that this client has nothing that the server lacks. */
  get emptyReply(): Uint8Array {
    return this.syncMessage(step2, emptyUpdate);
  }

  update(bytes: Uint8Array): Uint8Array {
    return this.syncMessage(update, bytes);
  }

  hear(message: Uint8Array): Heard {
    const decoder = decoding.createDecoder(message);
    if (this.dialect === 'hocuspocus') {
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === sync || type === hocuspocus.syncReply) return hearSync(decoder);
      if (type === hocuspocus.syncStatus) return { kind: 'saved' };
      const isAuthenticated = type === hocuspocus.authentication && decoding.readVarUint(decoder) === hocuspocus.authenticated;
      return { kind: isAuthenticated ? 'authenticated' : 'other' };
    }
    const type = decoding.readVarUint(decoder);
    if (type === sync) return hearSync(decoder);
    if (type === acknowledgement) return { kind: 'acknowledged', frames: decoding.readVarUint(decoder) };
    return { kind: 'other' };
  }

  private syncMessage(kind: number, bytes: Uint8Array): Uint8Array {
    return this.message((encoder) => {
      encoding.writeVarUint(encoder, sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  private message(write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder();
    if (this.dialect === 'hocuspocus') encoding.writeVarString(encoder, this.document);
    write(encoder);
    return encoding.toUint8Array(encoder);
  }
}

function hearSync(decoder: decoding.Decoder): Heard {
  const kind = decoding.readVarUint(decoder);
  if (kind === step1) return { kind: 'question' };
  return { kind: kind === step2 ? 'content' : 'update', update: decoding.readVarUint8Array(decoder) };
}
