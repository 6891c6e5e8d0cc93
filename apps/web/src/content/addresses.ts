// Addresses in plain text: where they are, without the marks that end a sentence or close a bracket around them.
import { isAllowedHyperlink } from '@chancery/answer-doc/hyperlink';

export interface FoundAddress {
  /** Where in the text it begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

const web = String.raw`(?:https?:\/\/[\p{L}\p{N}[]|www\.(?=[\p{L}\p{N}-]+\.\p{L}))[^\s<>"“”«»，。；：！？、（）「」『』【】]*`;
const mail = String.raw`mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const bareMail = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
/** In the middle of a word nothing begins; Chinese has no spaces before it. */
const start = String.raw`(?<![\w@.\/\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}-])`;

const typed = new RegExp(`${start}(?:${web}|${mail})`, 'giu');
const printed = new RegExp(`${start}(?:${web}|${mail}|${bareMail})`, 'giu');

const maxLength = 2000;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Addresses of pages, and those that say `mailto:`. */
export function addressesIn(text: string): readonly FoundAddress[] {
  return found(text, typed);
}

/** E-mail addresses as well. */
export function allAddressesIn(text: string): readonly FoundAddress[] {
  return found(text, printed);
}

/** The address that goes up to the end of the text, but for marks that end a sentence; null when there is none. */
export function addressAtEnd(text: string): FoundAddress | null {
  const last = [...text.matchAll(typed)].at(-1);
  return last !== undefined && last.index + last[0].length === text.length ? toAddress(last[0], last.index) : null;
}

function found(text: string, pattern: RegExp): readonly FoundAddress[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, index }) => toAddress(raw, index) ?? []);
}

function toAddress(raw: string, from: number): FoundAddress | null {
  if (raw.length > maxLength) return null;
  const text = withoutEnd(raw);
  const href = /^(?:https?|mailto):/i.test(text) ? text : `${text.includes('@') && !/^www\./i.test(text) ? 'mailto:' : 'https://'}${text}`;
  const isWhole = /^(?:https?:\/\/|www\.).*[\p{L}\p{N}/]|@/iu.test(text);
  return isWhole && isAllowedHyperlink(href) ? { from, to: from + text.length, href } : null;
}

/** A bracket is part of an address that opened it. */
function withoutEnd(raw: string): string {
  let text = raw;
  for (;;) {
    const last = text.at(-1) ?? '';
    const opening = closing[last];
    const isLoose = opening === undefined ? /[.,;:!?'’…*_~]/.test(last) : countOf(text, last) > countOf(text, opening);
    if (last === '' || !isLoose) return text;
    text = text.slice(0, -1);
  }
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
