// Files of other programs under the name of a Word document.
import { deflateRawSync, gzipSync } from 'node:zlib';
import { partsOf } from '../built-word.ts';
import { type Expected, type Sample, sample, soundBody } from './sample.ts';
import { zipByHand } from './zip-by-hand.ts';

const text = (it: string) => new TextEncoder().encode(it);
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const zipOf = (...names: readonly string[]) => zipByHand(names.map((name) => ({ name, data: text('<a/>') })));

const kinds: readonly (readonly [string, Expected, () => Uint8Array])[] = [
  ['a PDF', 'wrong-kind', () => text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
  ['a rich text file', 'wrong-kind', () => text('{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}} 1. What is ...}')],
  ['a spreadsheet', 'wrong-kind', () => zipOf('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
  ['a presentation', 'wrong-kind', () => zipOf('[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml')],
  ['an OpenDocument text', 'wrong-kind', () => zipOf('mimetype', 'content.xml', 'styles.xml', 'META-INF/manifest.xml')],
  ['a book', 'wrong-kind', () => zipOf('mimetype', 'META-INF/container.xml', 'OEBPS/one.xhtml')],
  ['an archive of letters', 'wrong-kind', () => zipOf('letter.txt', 'photo.jpg')],
  ['a program', 'wrong-kind', () => zipOf('META-INF/MANIFEST.MF', 'Main.class')],
  ['an empty archive', 'wrong-kind', () => zipByHand([])],
  ['a web page', 'not-a-questionnaire', () => text('<!doctype html><html><body><p>Our portal</p></body></html>')],
  ['a picture in PNG', 'wrong-kind', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['a picture in JPEG', 'wrong-kind', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
  ['a picture in GIF', 'wrong-kind', () => text('GIF89a\u0001\u0000')],
  ['a picture in TIFF', 'wrong-kind', () => new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])],
  ['a document of Word 2003', 'wrong-kind', () => compound('WordDocument')],
  ['a spreadsheet of Excel 2003', 'wrong-kind', () => compound('Workbook')],
  ['a presentation of PowerPoint 2003', 'wrong-kind', () => compound('PowerPoint Document')],
  ['a message of Outlook', 'wrong-kind', () => compound('__substg1.0_1000001F')],
  ['a document with a password', 'protected', () => compound('EncryptedPackage')],
  ['something in gzip', 'wrong-kind', () => gzipSync(text('x'))],
  ['something in 7z', 'wrong-kind', () => new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['something in rar', 'wrong-kind', () => text('Rar!\u001a\u0007\u0000')],
  ['random bytes', 'binary', () => deflateRawSync(text(soundBody))],
  ['nothing', 'empty', () => new Uint8Array()],
  ['one byte', 'not-a-questionnaire', () => text('P')],
  ['the first sign of a zip', 'either', () => new Uint8Array([0x50, 0x4b, 3])],
  ['a head of a zip', 'damaged', () => new Uint8Array([0x50, 0x4b, 3, 4])],
  ['its own XML', 'not-a-questionnaire', () => partsOf({ body: '' })['word/document.xml'] ?? new Uint8Array()],
  ['more than 5 MB', 'too-large', () => new Uint8Array(5 * 1024 * 1024 + 1)],
];

export const foreignKinds: readonly Sample[] = kinds.map(([name, expected, bytes]) => sample(name, expected, bytes));
