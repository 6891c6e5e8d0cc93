// Owns the digest: SHA-256 over canonical JSON, through WebCrypto, so that it runs in Node and in a browser alike.
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the UTF-8 of the RFC 8785 form, 64 lower-case hexadecimal characters. Throws where `canonicalJson` does. */
export async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
