// What a server says of itself to its peers, as bytes.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const signs = ['hello', 'alive', 'bye'] as const;
export type Sign = (typeof signs)[number];

export function writeSign(serverId: string, sign: Sign): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, serverId);
  encoding.writeVarUint(encoder, signs.indexOf(sign));
  return encoding.toUint8Array(encoder);
}

/** Null for what this server does not know. */
export function readSign(bytes: Uint8Array): { readonly serverId: string; readonly sign: Sign } | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const serverId = decoding.readVarString(decoder);
    const sign = signs[decoding.readVarUint(decoder)];
    return sign === undefined ? null : { serverId, sign };
  } catch {
    return null;
  }
}
