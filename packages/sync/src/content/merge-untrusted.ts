// Owns merging updates that a client sent, before anything of them was applied.
import * as Y from 'yjs';
import { MalformedMessageError } from '../errors.ts';

/** Merges a client's updates into one. Throws MalformedMessageError when they do not fit together. */
export function mergeUntrusted(updates: readonly Uint8Array[]): Uint8Array {
  try {
    return Y.mergeUpdates([...updates]);
  } catch (cause) {
    throw new MalformedMessageError('updates that cannot be merged', { cause });
  }
}
