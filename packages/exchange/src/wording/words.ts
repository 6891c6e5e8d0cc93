// The words of a text, as wording is compared: without case, signs, tags, underlining and invisible characters, whatever their encoding.

export interface Word {
  readonly text: string;
  /** Where it stands in the text, in code units. */
  readonly start: number;
  readonly end: number;
}

const formattingTag = /<\/?(?:a|b|br|div|em|font|h[1-6]|i|p|s|span|strong|u)(?:\s[^<>]{0,200})?\/?>/gi;
/** A word may hold marks (Hindi, Thai, an underlined letter) and invisible signs (a soft hyphen). */
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[\u00ad\u200b-\u200d\u2060\ufeff](?=[\p{L}\p{N}\p{M}]))*/gu;
/** Lines through, under and over letters, and the invisible signs inside words. */
const drawn = /[\u0332\u0333\u0335-\u0338\u0305\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Words of a text in order, each with its place. */
export function wordsWithPlace(text: string): readonly Word[] {
  const bare = text.includes('<') ? text.replace(formattingTag, (tag) => ' '.repeat(tag.length)) : text;
  return [...bare.matchAll(word)].map((it) => ({ text: comparable(it[0]), start: it.index, end: it.index + it[0].length }));
}

/** Words of a text in lower case, in order. */
export function wordsOf(text: string): readonly string[] {
  return wordsWithPlace(text).map((it) => it.text);
}

function comparable(text: string): string {
  // Most words are plain: the way through Unicode's tables is for the others.
  return /^[a-z0-9]+$/i.test(text) ? text.toLowerCase() : text.replace(drawn, '').normalize('NFKC').toLowerCase();
}

/** The first word of a text, or undefined. */
export function firstWordOf(text: string): string | undefined {
  return wordsOf(text.slice(0, 160))[0];
}
