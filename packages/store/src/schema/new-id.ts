// Owns the making of ids.
import { randomBytes } from 'node:crypto';

/** 128 random bits, safe in a URL: 22 characters. */
export function newId<I extends string>(): I {
  return randomBytes(16).toString('base64url') as I;
}
