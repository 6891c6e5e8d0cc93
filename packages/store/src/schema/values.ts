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

/** What a parameter becomes on its way in. PostgreSQL's text holds no NUL, so that neither database is given one. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

/** A whole number that a driver hands over as text because it might not fit. */
export function toNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`not a safe integer: ${text}`);
  return value;
}

/** Bytes of their own, whatever buffer the driver cut them from. */
export function toBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
