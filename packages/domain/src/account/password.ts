// What a password must be: long, not one that others have, not one that its owner's name gives away. No signs are asked for.
import { done, type Outcome, refuse } from '../refusal.ts';

/** In characters (code points) of the normalized password. */
export const passwordLength = { min: 12, max: 200 } as const;

/** The fingerprints of passwords that many people have, in small letters: nobody wants to read the list, or to ship it. */
export interface CommonPasswords {
  readonly whole: ReadonlySet<string>;
  /** Of short ones, which people make longer with digits and signs. */
  readonly stems: ReadonlySet<string>;
}

/** The sets of a list in which one fingerprint follows the other. */
export function commonPasswordsOf({ whole, stems }: { readonly whole: string; readonly stems: string }): CommonPasswords {
  return { whole: new Set(whole.match(/.{7}/g)), stems: new Set(stems.match(/.{7}/g)) };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 42 bits of a text in 7 characters. Of 10,000 listed passwords one in 400 million others has a fingerprint. Not a secret's hash: for lists alone. */
export function fingerprintOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 2_654_435_761);
    other = Math.imul(other ^ text.charCodeAt(at), 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  let bits = (other >>> 11) * 2 ** 21 + (one >>> 11);
  let fingerprint = '';
  for (let at = 0; at < 7; at += 1) {
    fingerprint += digits.charAt(bits % 64);
    bits = Math.floor(bits / 64);
  }
  return fingerprint;
}

/** The one form of a password, whatever keyboard it was typed on (NFKC): what is kept and what is checked. */
export function normalizePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** The words that would give a password away, in small letters: of the person, of the countries they answer for, and the product's name. */
export function tellingWords({ name, email, countries }: { name: string; email: string; countries: readonly string[] }): readonly string[] {
  const words = [name, email, ...countries].flatMap((text) => fold(text).split(/[^\p{L}\p{M}\p{N}]+/u));
  return [...new Set(['chancery', ...words.filter((word) => Array.from(word).length >= minTellingLength)])];
}

/** PW1-PW5: the normalized password, or why it is refused. `common` null: that others have it is checked elsewhere. */
export function checkNewPassword(typed: string, telling: readonly string[], common: CommonPasswords | null): Outcome<string> {
  const password = normalizePassword(typed);
  const length = Array.from(password).length;
  if (length < passwordLength.min) return refuse({ code: 'password-too-short', min: passwordLength.min, length });
  if (length > passwordLength.max) return refuse({ code: 'password-too-long', max: passwordLength.max });
  const folded = fold(password);
  if (isSimple(folded)) return refuse({ code: 'password-too-simple' });
  if (common !== null && isCommon(folded, common)) return refuse({ code: 'password-common' });
  const word = wordThatTells(folded, telling, common);
  return word === null ? done(password) : refuse({ code: 'password-telling', word });
}

/** Shorter words stand in half of all passwords. */
const minTellingLength = 3;
/** What is left beside telling words must be worth guessing by itself. */
const minBeside = 8;
/** Digits and signs that make a common password no better. */
const maxPadding = 8;

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** With the letters that digits and signs are written for. */
function withoutDisguise(folded: string): string {
  return folded.replace(/[@4301$5!7]/g, (sign) => disguises[sign] ?? sign);
}

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  '1': 'l',
  $: 's',
  '5': 's',
  '!': 'i',
  '7': 't',
};

/** Few different characters, one piece again and again, or a walk along the alphabet, the digits or a keyboard. */
function isSimple(folded: string): boolean {
  const characters = Array.from(folded);
  if (new Set(characters).size < 5) return true;
  if (repeatedPiece(characters) < passwordLength.min) return true;
  const jumps = characters.slice(1).filter((it, index) => it !== characters[index] && !isNeighbour(characters[index] ?? '', it));
  return jumps.length < characters.length / 4;
}

/** The length of the shortest piece of which the whole is a repetition; its own length when there is none. */
function repeatedPiece(characters: readonly string[]): number {
  for (let length = 1; length < characters.length; length += 1) {
    if (characters.every((it, index) => it === characters[index % length])) return length;
  }
  return characters.length;
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop'];

function isNeighbour(one: string, other: string): boolean {
  return rows.some((row) => row.includes(one + other) || row.includes(other + one));
}

function isCommon(folded: string, { whole, stems }: CommonPasswords): boolean {
  const core = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const letters = folded.replaceAll(/[^\p{L}\p{M}]/gu, '');
  const isPadded = (stem: string) => stems.has(fingerprintOf(stem)) && folded.length - stem.length <= maxPadding;
  const isWhole = (text: string) => whole.has(fingerprintOf(text));
  return isWhole(folded) || isWhole(withoutDisguise(folded)) || isPadded(letters) || isPadded(withoutDisguise(core));
}

/** The telling word without which too little is left; null where enough is. */
function wordThatTells(folded: string, telling: readonly string[], common: CommonPasswords | null): string | null {
  const found = telling.filter((word) => folded.includes(word)).toSorted((a, b) => b.length - a.length);
  const [longest] = found;
  if (longest === undefined) return null;
  const left = found.reduce((rest, word) => rest.replaceAll(word, ''), folded);
  const letters = left.replace(/[^\p{L}\p{M}]/gu, '');
  const isLittle = Array.from(left).length < minBeside || letters === '' || (common?.stems.has(fingerprintOf(letters)) ?? false);
  return isLittle ? longest : null;
}
