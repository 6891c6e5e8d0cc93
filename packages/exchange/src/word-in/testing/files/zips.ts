// Odd, broken and hostile zip files around a sound form.
import { deflateRawSync } from 'node:zlib';
import { type Sample, sample, soundParts, withPart, zipped } from './sample.ts';
import { type ZipEntry, zipByHand } from './zip-by-hand.ts';

const isDocument = (entry: ZipEntry) => entry.name === 'word/document.xml';
const onDocument = (spoil: (entry: ZipEntry) => ZipEntry | readonly ZipEntry[]) => zipped((it) => (isDocument(it) ? spoil(it) : it));
const more = (...entries: readonly ZipEntry[]) =>
  zipByHand([...Object.entries(soundParts()).map(([name, data]) => ({ name, data })), ...entries]);
const text = (it: string) => new TextEncoder().encode(it);
const named = (name: string) => more({ name, data: text('x') });
const paragraphs = '<w:p><w:r><w:t>a</w:t></w:r></w:p>';

const odd: readonly Sample[] = [
  sample('stored, not packed', 'read', () => zipped((it) => ({ ...it, method: 0 }))),
  sample('with sizes behind the data', 'read', () => zipped((it) => ({ ...it, hasDescriptor: true }))),
  sample('with sizes of zip64', 'read', () => zipped((it) => ({ ...it, isZip64: true }))),
  sample('with a comment at its end', 'read', () => zipped(undefined, { comment: 'made by hand' })),
  sample('behind something else', 'either', () => zipped(undefined, { before: text('PK\u0003\u0004 not the first file') })),
  sample('before something else', 'either', () => zipped(undefined, { after: new Uint8Array(100) })),
  sample('with folders', 'read', () => more({ name: 'word/', data: new Uint8Array(), method: 0 })),
  sample('with a name in UTF-8', 'read', () => more({ name: 'word/größe.xml', data: text('x'), flags: 0x800 })),
  sample('with backslashes in its names', 'read', () => zipped((it) => ({ ...it, name: it.name.replaceAll('/', '\\') }))),
  sample('with capitals in its names', 'read', () => zipped((it) => ({ ...it, name: it.name.toUpperCase() }))),
  sample('with a wrong checksum', 'damaged', () => onDocument((it) => ({ ...it, crc: 1 }))),
  sample('with a wrong checksum of a picture', 'read', () => more({ name: 'word/media/a.png', data: text('x'), crc: 1 })),
  sample('with one part twice', 'damaged', () => onDocument((it) => [it, it])),
  sample('with one part in two spellings', 'damaged', () => onDocument((it) => [it, { ...it, name: 'Word/Document.xml' }])),
  sample('with two parts at one place', 'either', () =>
    more({ name: 'word/other.xml', data: soundParts()['word/document.xml'] ?? text(''), sameAs: 'word/document.xml' }),
  ),
  sample('with a name that leads out', 'damaged', () => named('../../etc/passwd')),
  sample('with a name from the root', 'damaged', () => named('/etc/passwd')),
  sample('with a name on a drive', 'damaged', () => named('C:/autoexec.bat')),
  sample('with an empty name', 'either', () => named('')),
  sample('with a name of 60,000 letters', 'either', () => named('a'.repeat(60_000))),
  sample('packed in an unknown way', 'damaged', () => onDocument((it) => ({ ...it, method: 99 }))),
  sample('packed in bzip2', 'damaged', () => onDocument((it) => ({ ...it, method: 12 }))),
  sample('encrypted as a zip', 'protected', () => onDocument((it) => ({ ...it, flags: 1 }))),
  sample('with a document said to be smaller', 'damaged', () => onDocument((it) => ({ ...it, size: 10 }))),
  sample('with a document said to be larger', 'damaged', () => onDocument((it) => ({ ...it, size: 1_000_000 }))),
  sample('with a document said to be 4 GB', 'damaged', () => onDocument((it) => ({ ...it, size: 0xfffffffe }))),
  sample('with packed bytes said to be more than there are', 'damaged', () => onDocument((it) => ({ ...it, packedSize: 90_000_000 }))),
  sample('with packed bytes that are none', 'damaged', () => onDocument((it) => ({ ...it, raw: text('this is not packed') }))),
  sample('with fewer entries than it says', 'damaged', () => zipped(undefined, { count: 500 })),
  sample('with more entries than it says', 'either', () => zipped(undefined, { count: 2 })),
  sample('with 4,000 more entries', 'read', () =>
    more(...Array.from({ length: 4_000 }, (_, index) => ({ name: `word/media/${index}.png`, data: text('x') }))),
  ),
  sample('with 20,000 more entries', 'too-complex', () =>
    more(...Array.from({ length: 20_000 }, (_, index) => ({ name: `word/media/${index}.png`, data: text('x'), method: 0 }))),
  ),
  sample('with another Word file in it', 'read', () => more({ name: 'word/embeddings/a.docx', data: zipped() })),
  sample('with a picture of 300 MB that is all one colour', 'read', () =>
    more({ name: 'word/media/a.bmp', data: text(''), raw: deflated(300), size: 300 * 1024 * 1024, crc: 0 }),
  ),
];

const deflatedBlanks = new Map<number, Uint8Array>();
/** So many megabytes of blanks, packed. */
function deflated(megabytes: number): Uint8Array {
  const known = deflatedBlanks.get(megabytes) ?? deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  deflatedBlanks.set(megabytes, known);
  return known;
}

/** The form with this so many times at the end of a part. */
function bomb(part: string, content: string, times: number): Uint8Array {
  const xml = new TextDecoder().decode(soundParts()[part]);
  const end = xml.includes('</w:body>') ? xml.indexOf('</w:body>') : xml.lastIndexOf('</');
  return withPart(part, xml.slice(0, end) + content.repeat(times) + xml.slice(end));
}

const bombs: readonly Sample[] = [
  ...['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels', '_rels/.rels'].flatMap((part) => [
    sample(`with 300 MB of blanks for ${part}`, 'too-complex', () =>
      zipped((it) => (it.name === part ? { ...it, raw: deflated(300), size: 300 * 1024 * 1024 } : it)),
    ),
  ]),
  sample('with 60 MB of elements in the document', 'too-complex', () => bomb('word/document.xml', paragraphs, 1_800_000)),
  sample('with 60 MB of relationships', 'too-complex', () =>
    bomb('word/_rels/document.xml.rels', '<Relationship Id="a" Type="b"/>', 1_800_000),
  ),
  sample('with 15 MB of text in one run', 'read', () =>
    bomb('word/document.xml', `<w:p><w:r><w:t>${'word '.repeat(3_000_000)}</w:t></w:r></w:p>`, 1),
  ),
  sample('with a paragraph 180,000 times', 'read', () => bomb('word/document.xml', '<w:p/>', 180_000)),
  sample('with a text 60,000 times', 'too-complex', () => bomb('word/document.xml', paragraphs, 60_000)),
];

/** The sound form, cut off at places all over it. */
const cut = Array.from({ length: 20 }, (_, index) =>
  sample(`cut off after ${index + 1} of 21 parts`, 'damaged', () => zipped().subarray(0, Math.floor((zipped().length * (index + 1)) / 21))),
);

/** The sound form with one byte changed at places all over it. */
const changed = Array.from({ length: 30 }, (_, index) =>
  sample(`with byte ${index + 1} of 31 changed`, 'either', () => {
    const bytes = new Uint8Array(zipped());
    const place = Math.floor((bytes.length * (index + 1)) / 31);
    bytes[place] = (bytes[place] ?? 0) ^ 0x55;
    return bytes;
  }),
);

export const zips: readonly Sample[] = [...odd, ...bombs, ...cut, ...changed];
