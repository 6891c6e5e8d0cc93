// Parts that are missing, somewhere else, or not what they are said to be.
import { relationshipsPart } from '../built-word.ts';
import { type Expected, type Sample, sample, soundParts, withPart } from './sample.ts';
import { zipByHand } from './zip-by-hand.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = new TextDecoder().decode(soundParts()['[Content_Types].xml']);
const without = (...names: readonly string[]) =>
  zipByHand(Object.entries(soundParts()).flatMap(([name, data]) => (names.includes(name) ? [] : [{ name, data }])));
const root = (target: string, more = '') =>
  withPart('_rels/.rels', relationshipsPart(`<Relationship Id="a" Type="${office}/officeDocument" Target="${target}"${more}/>`));
const moved = (name: string, target: string) =>
  zipByHand(
    Object.entries(
      soundParts({
        more: { '_rels/.rels': relationshipsPart(`<Relationship Id="a" Type="${office}/officeDocument" Target="${target}"/>`) },
      }),
    ).map(([it, data]) => ({
      name: it === 'word/document.xml' ? name : it,
      data,
    })),
  );
const typed = (type: string) => withPart('[Content_Types].xml', types.replace(/application\/vnd[^"]*document\.main\+xml/, type));
const beside = (relationship: string, name: string, part: string) =>
  zipByHand(Object.entries(soundParts({ relationships: relationship, more: { [name]: part } })).map(([it, data]) => ({ name: it, data })));

const packages: readonly (readonly [string, Expected, () => Uint8Array])[] = [
  ['without content types', 'read', () => without('[Content_Types].xml')],
  ['without relationships of its own', 'read', () => without('_rels/.rels')],
  ['without relationships of the document', 'read', () => without('word/_rels/document.xml.rels')],
  ['without styles', 'read', () => without('word/styles.xml')],
  ['without numbering', 'read', () => without('word/numbering.xml')],
  [
    'with nothing but the document',
    'read',
    () => without('[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml', 'word/numbering.xml'),
  ],
  ['without a document', 'damaged', () => without('word/document.xml')],
  ['with a document elsewhere', 'read', () => moved('word/document2.xml', 'word/document2.xml')],
  ['with a document at an absolute address', 'read', () => moved('word/document.xml', '/word/document.xml')],
  ['with a document at a crooked address', 'read', () => moved('word/document.xml', './word/../word/document.xml')],
  ['with a document that is not where it is said to be', 'damaged', () => root('word/nowhere.xml')],
  ['with a document outside of the file', 'damaged', () => root('../../document.xml')],
  ['with a document on the web', 'either', () => root('http://example.org/document.xml', ' TargetMode="External"')],
  ['with broken relationships', 'damaged', () => withPart('_rels/.rels', '<Relationships')],
  ['with broken relationships of the document', 'damaged', () => withPart('word/_rels/document.xml.rels', 'x')],
  ['with broken styles', 'damaged', () => withPart('word/styles.xml', '<w:styles')],
  ['with broken numbering', 'damaged', () => withPart('word/numbering.xml', '')],
  ['with styles of another kind', 'read', () => withPart('word/styles.xml', '<a/>')],
  ['said to be a template', 'read', () => typed('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml')],
  ['with macros', 'read', () => typed('application/vnd.ms-word.document.macroEnabled.main+xml')],
  ['said to be a spreadsheet', 'read', () => typed('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')],
  ['said to be a picture', 'read', () => typed('image/png')],
  [
    'with a head as its document',
    'damaged',
    () => withPart('word/document.xml', '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
  ],
  [
    'with a document without a body',
    'not-a-questionnaire',
    () => withPart('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
  ],
  [
    'with a macro project',
    'read',
    () =>
      beside(
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
        'word/vbaProject.bin',
        'x',
      ),
  ],
  [
    'with a template on the web',
    'read',
    () =>
      beside(
        `<Relationship Id="t" Type="${office}/attachedTemplate" Target="http://example.org/a.dotm" TargetMode="External"/>`,
        'word/settings.xml',
        '<a/>',
      ),
  ],
  [
    'with a head that is broken',
    'damaged',
    () => beside(`<Relationship Id="h" Type="${office}/header" Target="header1.xml"/>`, 'word/header1.xml', '<w:hdr'),
  ],
  [
    'with a head that is missing',
    'read',
    () => beside(`<Relationship Id="h" Type="${office}/header" Target="header9.xml"/>`, 'word/x.xml', '<a/>'),
  ],
  [
    'with 3,000 heads',
    'read',
    () =>
      beside(
        Array.from({ length: 3_000 }, (_, index) => `<Relationship Id="h${index}" Type="${office}/header" Target="header1.xml"/>`).join(''),
        'word/header1.xml',
        '<a/>',
      ),
  ],
];

export const packagesOfParts: readonly Sample[] = packages.map(([name, expected, bytes]) => sample(name, expected, bytes));
