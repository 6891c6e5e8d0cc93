// Odd, broken and hostile XML in the place of a sound document.
import { declaration, p, wordNamespaces } from '../built-word.ts';
import { type Expected, type Sample, sample, soundBody, soundParts, withPart } from './sample.ts';

const whole = new TextDecoder().decode(soundParts()['word/document.xml']);
const document = (part: string | Uint8Array) => withPart('word/document.xml', part);
const withType = (type: string, body = soundBody) =>
  document(`${declaration}<!DOCTYPE w:document ${type}><w:document ${wordNamespaces}><w:body>${body}</w:body></w:document>`);
const inBody = (more: string) => document(whole.replace('<w:body>', `<w:body>${more}`));
const nested = (element: string, depth: number) => `<${element}>`.repeat(depth) + `</${element}>`.repeat(depth);
const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index} "${index === 0 ? 'ha' : `&l${index - 1};`.repeat(10)}">`).join(
  '',
);

const documents: readonly (readonly [string, Expected, () => Uint8Array])[] = [
  ['a billion laughs', 'damaged', () => withType(`[${laughs}]`, p('&l9;'))],
  ['a file of the server', 'damaged', () => withType('[<!ENTITY x SYSTEM "file:///etc/passwd">]', p('&x;'))],
  ['a page of the web', 'damaged', () => withType('[<!ENTITY x SYSTEM "http://169.254.169.254/">]', p('&x;'))],
  ['a parameter entity', 'damaged', () => withType('[<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]')],
  ['a document type of elsewhere', 'damaged', () => withType('SYSTEM "http://example.org/word.dtd"')],
  ['an empty document type', 'damaged', () => withType('[]')],
  ['an unknown entity', 'damaged', () => inBody(p('&unknown;').replace('&amp;', '&'))],
  ['character references', 'read', () => inBody('<w:p><w:r><w:t>&#65;&#x42;</w:t></w:r></w:p>')],
  ['a reference to half a character', 'damaged', () => inBody('<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>')],
  ['a reference to nothing', 'damaged', () => inBody('<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>')],
  ['a control character', 'damaged', () => inBody('<w:p><w:r><w:t>\u0001</w:t></w:r></w:p>')],
  ['a section of character data', 'read', () => inBody('<w:p><w:r><w:t><![CDATA[a < b]]></w:t></w:r></w:p>')],
  ['comments and instructions', 'read', () => inBody('<!-- a --><?b c?>')],
  ['a comment of 2 MB', 'read', () => inBody(`<!--${' a'.repeat(1_000_000)}-->`)],
  ['an element that is not closed', 'damaged', () => inBody('<w:p>')],
  ['elements that cross', 'damaged', () => inBody('<w:p><w:r></w:p></w:r>')],
  ['an attribute twice', 'damaged', () => inBody('<w:p w:a="1" w:a="2"/>')],
  ['an attribute without quotes', 'damaged', () => inBody('<w:p w:a=1/>')],
  ['a prefix that nobody declared', 'damaged', () => inBody('<zz:p/>')],
  ['two roots', 'damaged', () => document(`${whole}<w:document/>`)],
  ['text behind the root', 'damaged', () => document(`${whole}words`)],
  ['nothing', 'damaged', () => document('')],
  ['blanks', 'damaged', () => document('   \n ')],
  ['text', 'damaged', () => document('Dear colleagues')],
  ['a web page', 'damaged', () => document('<html><body><p>a</p></body></html>')],
  ['a mark before it', 'read', () => document(`\ufeff${whole}`)],
  ['UTF-16', 'read', () => document(wide(whole, false))],
  ['UTF-16 with the large byte first', 'read', () => document(wide(whole, true))],
  ['UTF-16 without a mark', 'read', () => document(wide(whole, false).subarray(2))],
  ['half of UTF-16', 'damaged', () => document(wide(whole, false).subarray(0, -1))],
  ['bytes that are no UTF-8', 'damaged', () => document(Buffer.from(whole.replace('Our portal', 'Our \u00fc portal'), 'latin1'))],
  ['another prefix', 'read', () => document(whole.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x='))],
  ['no prefix', 'read', () => document(whole.replaceAll(/(<\/?)w:/g, '$1').replace('xmlns:w=', 'xmlns='))],
  [
    'the strict edition',
    'read',
    () =>
      document(
        whole.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
      ),
  ],
  ['a namespace of its own', 'damaged', () => document(whole.replace('wordprocessingml/2006/main', 'wordprocessingml/2099/main'))],
  ['elements 250 deep', 'read', () => inBody(nested('w:sdt', 250))],
  ['elements 100,000 deep', 'too-complex', () => inBody(nested('w:sdt', 100_000))],
  ['unknown elements 100,000 deep', 'too-complex', () => inBody(nested('w:bookmarkStart', 100_000))],
  ['10,000 attributes', 'too-complex', () => inBody(`<w:p ${Array.from({ length: 10_000 }, (_, index) => `w:a${index}="1"`).join(' ')}/>`)],
  ['an attribute of 4 MB', 'read', () => inBody(`<w:p w:a="${'a'.repeat(4_000_000)}"/>`)],
  ['an element with a name of 1 MB', 'read', () => inBody(`<w:${'a'.repeat(1_000_000)}/>`)],
  ['XML 1.1', 'read', () => document(whole.replace('version="1.0"', 'version="1.1"'))],
  ['another encoding than it says', 'read', () => document(whole.replace('UTF-8', 'ISO-8859-1'))],
];

function wide(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

export const xmls: readonly Sample[] = documents.map(([name, expected, bytes]) =>
  sample(`a document that is or has ${name}`, expected, bytes),
);
