// Word files made by hand in tests: the XML of a body, with whatever parts a test asks for around it.
import { strToU8, zipSync } from 'fflate';

export interface WordParts {
  /** Inside of `w:body`. */
  readonly body: string;
  /** Inside of `w:styles` and `w:numbering`. */
  readonly styles?: string;
  readonly numbering?: string;
  /** Relationships beside those of these parts. */
  readonly relationships?: string;
  /** Namespaces of the document beside w, r and mc. */
  readonly namespaces?: string;
  /** More parts by name; null leaves a usual one out. */
  readonly more?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

/** The parts of the file, for a test that spoils one before it is zipped. */
export function partsOf({
  body,
  styles = '',
  numbering = '',
  relationships = '',
  namespaces = '',
  more = {},
}: WordParts): Record<string, Uint8Array> {
  const texts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` +
      `<Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/></Types>`,
    '_rels/.rels': relationshipsPart(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `${declaration}<w:document ${wordNamespaces} ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${declaration}<w:styles ${wordNamespaces}>${styles}</w:styles>`,
    'word/numbering.xml': `${declaration}<w:numbering ${wordNamespaces}>${numbering}</w:numbering>`,
    'word/_rels/document.xml.rels': relationshipsPart(
      `<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdN" Type="${office}/numbering" Target="numbering.xml"/>${relationships}`,
    ),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, part]) => (part === null ? [] : [[name, typeof part === 'string' ? strToU8(part) : part]])),
  );
}

export function relationshipsPart(relationships: string): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`;
}

export function buildWord(parts: WordParts): Uint8Array {
  return zipSync(partsOf(parts));
}

/** The address of a hyperlink with that id. */
export function linkTo(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A run of text; `look` is the inside of its properties. */
export function run(text: string, look = ''): string {
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of a text; `properties` is the inside of its own. */
export function p(content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** An item of a list. */
export function li(content: string, list: number, level = 0): string {
  return p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A table of rows of cells, each the inside of a cell or a text. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string) =>
    `<w:tc>${content.startsWith('<w:tcPr>') || content.startsWith('<w:p') || content.startsWith('<w:tbl') || content.startsWith('<w:sdt') ? content : p(content)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** List 1 has bullets, list 2 and 3 numbers, list 3 from 7 on, list 4 letters. */
export const lists = [
  ...[
    ['bullet', '•', 1],
    ['decimal', '%1.', 1],
    ['decimal', '%1.', 7],
    ['lowerLetter', '%1)', 1],
  ].map(
    ([format, text, start], index) =>
      `<w:abstractNum w:abstractNumId="${index}">${[0, 1, 2]
        .map(
          (level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="${level === 0 ? start : 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${String(text).replace('1', String(level + 1))}"/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  ),
  ...[1, 2, 3, 4].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`),
].join('');
