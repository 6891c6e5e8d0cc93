// Names that look alike (M14): a reader of the record must not take one person or agency for another.
import { done, type Outcome, refuse } from '../refusal.ts';

/** Letters of other scripts, and signs, that are drawn like the Latin letter before them; both cases. After UTS 39's confusables. */
const lookalikes: readonly (readonly [latin: string, others: string])[] = [
  ['a', 'аɑα'],
  ['b', 'ЬƄ'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еҽ'],
  ['f', 'ƒ'],
  ['g', 'ɡց'],
  ['h', 'һհ'],
  ['i', 'іɪɩιӏ'],
  ['j', 'јϳ'],
  ['k', 'кκĸ'],
  ['l', 'ⅼǀ|'],
  ['n', 'ոп'],
  ['o', 'оοօσ'],
  ['p', 'рρ'],
  ['q', 'ԛգ'],
  ['r', 'гʀ'],
  ['s', 'ѕꜱ'],
  ['t', 'тτ'],
  ['u', 'υսʋᴜ'],
  ['v', 'ѵνᴠ'],
  ['w', 'ԝѡաω'],
  ['x', 'хχ'],
  ['y', 'уүγʏ'],
  ['z', 'ᴢ'],
  ['A', 'АΑ'],
  ['B', 'ВΒʙв'],
  ['C', 'СϹ'],
  ['E', 'ЕΕᴇ'],
  ['H', 'НΗʜн'],
  ['I', 'ІΙӀ'],
  ['J', 'Ј'],
  ['K', 'КΚ'],
  ['M', 'МΜᴍм'],
  ['N', 'Νɴ'],
  ['O', 'ОΟՕ'],
  ['P', 'РΡ'],
  ['S', 'ЅՏ'],
  ['T', 'ТΤᴛ'],
  ['U', 'Ս'],
  ['W', 'Ԝ'],
  ['X', 'ХΧ'],
  ['Y', 'ҮΥУ'],
  ['Z', 'Ζ'],
  ['3', 'ЗзƷӠ'],
];
const latinOf = new Map(lookalikes.flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)));

// Drawn as nothing: what Unicode lets programs ignore, and the blank of Braille. Accents: the marks that go with letters of any script.
const drawnAsNothing = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
const accents = /(?=\p{Script=Inherited})\p{M}/gu;

/** The first of the names that a reader might take for this one, word by word; null when it stands apart from all. */
export function nameThatResembles(name: string, others: Iterable<string>): string | null {
  const words = wordsOf(name);
  for (const other of others) {
    const theirs = wordsOf(other);
    if (theirs.length === words.length && theirs.every((word, at) => word.some((skeleton, way) => skeleton === words[at]?.[way])))
      return other;
  }
  return null;
}

/** M14: no word of the name mixes scripts that look alike, and it resembles none of the others. */
export function checkName(name: string, others: Iterable<string>): Outcome<string> {
  if (name.split(/[\s\p{P}]+/u).some(mixesScripts)) return refuse({ code: 'name-mixes-scripts' });
  const resembled = nameThatResembles(name, others);
  return resembled === null ? done(name) : refuse({ code: 'name-resembles', name: resembled });
}

/** Of each word three skeletons: by the same capitals, by the same small letters, and by what is drawn whatever the case. */
function wordsOf(name: string): readonly (readonly string[])[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(drawnAsNothing, '')
    .replaceAll(accents, '')
    .normalize('NFKC')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/[’‘ʼ`´ʹ′]/gu, "'");
  const words = plain.split(/[\s\p{Z}]+/u).filter((word) => word !== '');
  return words.map((word) => [folded(asLatin(word)), folded(asLatin(folded(word))), asDrawn(asLatin(word))]);
}

function asLatin(text: string): string {
  return text.replaceAll(/./gsu, (sign) => latinOf.get(sign) ?? sign);
}

/** Upper case first: it knows more of the letters that are one, such as ß and ss, or the two small sigmas. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('0', 'o').replaceAll('1', 'l');
}

function asDrawn(latin: string): string {
  return latin.replaceAll(/[I1]/g, 'l').replaceAll('0', 'O').replaceAll('rn', 'm').replaceAll('vv', 'w');
}

// Scripts whose letters are drawn like each other's. Chinese, Japanese and Korean stand beside Latin in one word, and look like none of it.
const alike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const besideLatin = /[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

function mixesScripts(word: string): boolean {
  const letters = word.normalize('NFKC').match(/(?!\p{Script=Common})\p{L}/gu) ?? [];
  const scripts = alike.filter((script) => letters.some((letter) => script.test(letter)));
  if (scripts.length > 1) return true;
  const [script] = scripts;
  if (script === undefined) return false;
  return letters.some((letter) => !script.test(letter) && !(script === alike[0] && besideLatin.test(letter)));
}
