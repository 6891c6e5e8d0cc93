// Signs that a font draws: boxes and ticks of Wingdings, mathematics of Symbol, raised and lowered figures, as the characters they show.
import { codePoint } from 'dingbat-to-unicode';

/** Boxes and ticks of the symbol fonts, as the signs that ticks are read by; without a variant they are another sign each. */
const ticks: ReadonlyMap<number, string> = new Map([
  [0x1f5f9, '☑'],
  [0x1f5f7, '☒'],
  [0x1f5f5, '☒'],
  [0x1f5f8, '✓'],
  [0x1f5f4, '☒'],
  [0x1f5f6, '☒'],
  [0x1f78f, '☐'],
  [0x1f78e, '☐'],
  [0x1f790, '☐'],
  [0x25fb, '☐'],
  [0x25a1, '☐'],
  [0x2610, '☐'],
  [0x2b1c, '☐'],
  [0x1f7a9, '☒'],
]);
/** What the table of symbols lacks, by typeface and place. */
const more: ReadonlyMap<string, string> = new Map([
  ['wingdings 2:82', '☑'],
  ['wingdings 2:83', '☒'],
  ['wingdings 2:84', '☒'],
  ['wingdings 2:163', '☐'],
  ['wingdings 2:80', '✓'],
  ['wingdings 2:79', '☒'],
  ['wingdings:254', '☑'],
  ['wingdings:253', '☒'],
  ['wingdings:168', '☐'],
  ['wingdings:111', '☐'],
  ['wingdings:113', '☐'],
  ['wingdings:114', '☐'],
  ['wingdings:120', '☒'],
  ['wingdings:251', '☒'],
  ['wingdings:252', '✓'],
]);

/** True for a font whose characters are signs, whatever letters they stand on. */
export function isSymbolFont(font: string): boolean {
  return /^(?:symbol|webdings|wingdings(?: [23])?)$/i.test(font.trim());
}

/** The character that a font draws at a place, F0xx included; null where it is not known. */
export function symbolOf(font: string, place: number): string | null {
  const typeface = font.trim();
  const code = place >= 0xf000 && place <= 0xf0ff ? place - 0xf000 : place;
  const own = more.get(`${typeface.toLowerCase()}:${code}`);
  if (own !== undefined) return own;
  const found = [typeface, typeface.replace(/\b[a-z]/g, (it) => it.toUpperCase())].map((it) => codePoint(it, code)).find((it) => it);
  return found === undefined ? null : (ticks.get(found.codePoint) ?? found.string);
}

/** The text of a run in a symbol font, or of one that holds places of symbol fonts in some other. */
export function drawn(text: string, font: string | null): string {
  const isSymbols = font !== null && isSymbolFont(font);
  if (!isSymbols && !/[\uf000-\uf0ff]/.test(text)) return text;
  return Array.from(text, (sign) => {
    const place = sign.codePointAt(0) ?? 0;
    const isPlace = place >= 0xf000 && place <= 0xf0ff;
    // Without a font of its own a place is one of Symbol, as Word has it for its bullets.
    return isSymbols || isPlace ? (symbolOf(isSymbols ? font : 'Symbol', place) ?? sign) : sign;
  }).join('');
}

const raised: ReadonlyMap<string, string> = new Map(
  Array.from('0123456789+-−=()ni', (sign, index) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ')[index] ?? sign]),
);
const lowered: ReadonlyMap<string, string> = new Map(
  Array.from('0123456789+-−=()', (sign, index) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')[index] ?? sign]),
);

/** Figures as raised or lowered characters: 10⁶ must never arrive as 106. A run without figures stays as it is. */
export function shifted(text: string, position: 'superscript' | 'subscript'): string {
  if (!/\d|^[ni+\-−]$/.test(text)) return text;
  const signs = position === 'superscript' ? raised : lowered;
  return Array.from(text, (sign) => signs.get(sign) ?? sign).join('');
}
