// The values of columns: how ids are made, and how claims, numbers and bytes go in and come out.
import { randomBytes } from 'node:crypto';

/** 128 random bits, safe in a URL: 22 characters. */
export function newId<I extends string>(): I {
  return randomBytes(16).toString('base64url') as I;
}

export type Flag = 0 | 1;

/** A claim on its way into a column. */
export function toFlag(claim: boolean): Flag {
  return claim ? 1 : 0;
}

/** A claim on its way out of a column. */
export function isSet(flag: Flag): boolean {
  return flag === 1;
}

/** A parameter on its way in. Text in PostgreSQL cannot hold NUL, so neither database is given one. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

/** A whole number that a driver hands over as text because it might not fit. Throws when it does not. */
export function toNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`not a safe integer: ${text}`);
  return value;
}

/** A copy with a buffer of its own, apart from the one that the driver cut it from. */
export function toBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
