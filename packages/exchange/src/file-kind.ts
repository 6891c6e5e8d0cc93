// What a file is, by its first bytes and not by its name, and why it cannot be read.

/** A file of another program. `office`: an older Office file that cannot be told more closely. */
export type ForeignKind =
  | 'old-word'
  | 'spreadsheet'
  | 'presentation'
  | 'open-document'
  | 'office'
  | 'pdf'
  | 'rich-text'
  | 'picture'
  | 'archive';

/**
 * damaged: not a whole Word file · protected: opened by a password alone · too-complex: larger or deeper inside than anything that people
 * write · wrong-kind: a file of another program.
 */
export type WordProblem =
  | { readonly code: 'damaged' | 'protected' | 'too-complex' }
  | { readonly code: 'wrong-kind'; readonly kind: ForeignKind };

/** `zip`: Word, or another kind that is kept in a zip file. */
type FileKind = 'zip' | 'text' | 'protected' | ForeignKind;

const firstBytes: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rich-text', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Of a file with entries, of an empty one, and of one that was once in several pieces. */
const zipFiles = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];

/** The streams of a compound file that tell what wrote it. */
const streams: readonly (readonly [FileKind, string])[] = [
  ['protected', 'EncryptedPackage'],
  ['old-word', 'WordDocument'],
  ['spreadsheet', 'Workbook'],
  ['presentation', 'PowerPoint Document'],
];

/** What the bytes are. What is none of the known kinds is taken for text. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (zipFiles.some((first) => beginsWith(bytes, first))) return 'zip';
  if (beginsWith(bytes, compoundFile)) return streams.find(([, name]) => holdsWide(bytes, name))?.[0] ?? 'office';
  return firstBytes.find(([, first]) => beginsWith(bytes, first))?.[0] ?? 'text';
}

function beginsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** True when the name stands in the file as UTF-16, as the directory of a compound file spells it. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
