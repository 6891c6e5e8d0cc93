// The encoding of a text file: what its bytes mean as letters, read off them where they tell, guessed where they do not.
import { analyse } from 'chardet';

/** What a person may choose, as the browsers' standard (WHATWG) names them. */
const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True when the bytes do not tell, and another encoding may be meant. */
  readonly isGuessed: boolean;
  /** Bytes that are no letters in this encoding, each a replacement sign in the text. */
  readonly damaged: number;
}

/** The text of the bytes: in the encoding chosen, or in the one that they seem to be in. */
export function decodedText(bytes: Uint8Array, chosen: TextEncoding | null = null): DecodedText {
  const { encoding, isGuessed } = chosen === null ? encodingOf(bytes) : { encoding: chosen, isGuessed: false };
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isGuessed, damaged: text.split('\ufffd').length - 1 - own(bytes, encoding) };
}

interface Encoded {
  readonly encoding: TextEncoding;
  readonly isGuessed: boolean;
}

/** Replacement signs that the file itself holds, spelled as UTF-8. */
function own(bytes: Uint8Array, encoding: TextEncoding): number {
  if (encoding !== 'utf-8') return 0;
  let count = 0;
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1;
  return count;
}

function encodingOf(bytes: Uint8Array): Encoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', isGuessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', isGuessed: false };
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return { encoding: wide, isGuessed: false };
  const { letters, faults } = countUtf8(bytes);
  // A damaged file is still the UTF-8 that most of it is; other encodings make a letter of several bytes by chance alone.
  if (faults === 0 || letters > 2 * faults) return { encoding: 'utf-8', isGuessed: false };
  return guessed(bytes);
}

/** UTF-16 without its mark: blanks, figures and line ends have a zero byte, on one side, and nothing else comes of it but text. */
function wideEncodingOf(bytes: Uint8Array): TextEncoding | null {
  if (bytes.length < 4 || !bytes.includes(0)) return null;
  const sample = bytes.subarray(0, Math.min(65_536, bytes.length - (bytes.length % 2)));
  const isText = (encoding: TextEncoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return /[ \n\r]/.test(text) && !/[^\P{Cc}\t\n\v\f\r]|\p{Cn}|\p{Co}|\ufffd(?!$)/u.test(text);
  };
  return (['utf-16le', 'utf-16be'] as const).find(isText) ?? null;
}

/** Letters of several bytes, and bytes that are part of none. */
function countUtf8(bytes: Uint8Array): { readonly letters: number; readonly faults: number } {
  let [letters, faults] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const isLetter =
      more > 0 && byte < 0xf5 && bytes.subarray(at + 1, at + 1 + more).every((it) => it >= 0x80 && it < 0xc0) && at + more < bytes.length;
    if (isLetter) {
      letters += 1;
      at += more;
    } else faults += 1;
  }
  return { letters, faults };
}

/** As the statistics of letters have it, of what comes out as whole words. */
function guessed(bytes: Uint8Array): Encoded {
  const sample = withoutAscii(bytes);
  // A few quotes in an English text are those of Windows.
  if (sample.filter((byte) => byte >= 0x80).length < minLetters) return { encoding: 'windows-1252', isGuessed: true };
  const found = analyse(sample)
    .flatMap(({ name, confidence }) => {
      const encoding = known.get(name.toLowerCase());
      return encoding === undefined ? [] : [{ encoding, confidence, oddities: odditiesIn(new TextDecoder(encoding).decode(sample)) }];
    })
    .sort((one, other) => one.oddities - other.oddities || other.confidence - one.confidence);
  return { encoding: found[0]?.encoding ?? 'windows-1252', isGuessed: true };
}

/** Signs inside words, two scripts in one word, and what is no letter at all: a text in the wrong encoding is full of them. */
function odditiesIn(text: string): number {
  const patterns = [
    /\ufffd|\p{Cc}/gu,
    /\p{L}[^\p{L}\p{M}\s\p{P}\p{N}]+\p{L}|\p{L}[¹²³¼½¾]/gu,
    /\p{Script=Latin}[^\P{L}\p{Script=Latin}]|[^\P{L}\p{Script=Latin}]\p{Script=Latin}/gu,
  ];
  return patterns.reduce((count, it) => count + (text.match(it)?.length ?? 0), 0);
}

const known: ReadonlyMap<string, TextEncoding> = new Map([
  ...textEncodings.map((it) => [it, it] as const),
  // Windows' own sets hold those of the standard, and its quotes besides.
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-9', 'windows-1254'],
  ['iso-8859-7', 'windows-1253'],
]);

const maxSample = 100_000;
const minLetters = 5;

/** The words that hold a byte beyond ASCII, by which alone encodings differ: English around them would outvote them. */
function withoutAscii(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let word: number[] = [];
  let isForeign = false;
  for (const byte of bytes) {
    if (kept.length > maxSample) break;
    if (byte > 0x40 || byte >= 0x80) {
      word.push(byte);
      isForeign ||= byte >= 0x80;
      continue;
    }
    if (isForeign) for (const it of [...word, 0x20]) kept.push(it);
    word = [];
    isForeign = false;
  }
  return Uint8Array.from(isForeign ? [...kept, ...word] : kept);
}
