// One end of a passage anchor as text: the position it holds to, and a few characters outside, by which the passage is told from the same words elsewhere.
import * as Y from 'yjs';

export interface AnchorEnd {
  /** Always holds to a character. */
  readonly position: Y.RelativePosition;
  /** What stood outside the passage at this end, at most `contextLength`. */
  readonly context: string;
}

export const contextLength = 24;
const maxTextLength = 2000;

/** `position.context`, both in base64. */
export function encodeEnd({ position, context }: AnchorEnd): string {
  return `${toBase64(Y.encodeRelativePosition(position))}.${toBase64(new TextEncoder().encode(context))}`;
}

/** The end, or null where it is none that `encodeEnd` made. */
export function decodeEnd(end: unknown): AnchorEnd | null {
  if (typeof end !== 'string' || end.length > maxTextLength) return null;
  const [encodedPosition = '', encodedContext, ...more] = end.split('.');
  if (encodedContext === undefined || more.length > 0) return null;
  try {
    const position = Y.decodeRelativePosition(fromBase64(encodedPosition));
    const context = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(encodedContext));
    return position.item === null || context.length > contextLength ? null : { position, context };
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
}
