// A Word file that is open: its document, what stands beside it, and which other kind of file it turned out to be.
import type { ForeignKind } from '../../file-kind.ts';
import { WordProblemError } from './problem.ts';
import { type Relationship, relationshipsIn, relationshipsPartOf } from './relationships.ts';
import { readXml, type XmlElement, xmlBudget } from './xml.ts';
import { openParts, type Parts } from './zip.ts';

export interface WordFile {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  /** Heads and feet of the pages. */
  readonly margins: readonly XmlElement[];
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly hasMacros: boolean;
}

/** More heads and feet than this are not looked into. */
const maxMargins = 12;

/** Opens the file. Throws `WordProblemError` for what is no Word file, is damaged, or is larger inside than people write. */
export async function openWordFile(bytes: Uint8Array): Promise<WordFile> {
  const parts = await openParts(bytes);
  const read = reader(parts);
  const kind = otherKind(parts);
  if (kind !== null) throw new WordProblemError({ code: 'wrong-kind', kind });
  const name = await mainPart(parts, read);
  const document = await read(name);
  if (document?.name !== 'w:document') throw new WordProblemError({ code: 'damaged' });
  const relationships = relationshipsIn((await read(relationshipsPartOf(name))) ?? nothing, name);
  const named = (kinds: readonly string[]) => [...relationships.values()].filter((it) => kinds.includes(it.kind) && !it.isExternal);
  const first = async (of: string) => read(named([of])[0]?.target ?? '');
  const margins: XmlElement[] = [];
  for (const { target } of named(['header', 'footer']).slice(0, maxMargins)) {
    const margin = await read(target);
    if (margin !== null) margins.push(margin);
  }
  const hasMacros = named(['vbaProject']).length > 0;
  return { document, styles: await first('styles'), numbering: await first('numbering'), margins, relationships, hasMacros };
}

const nothing: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };

type Reader = (name: string) => Promise<XmlElement | null>;

function reader(parts: Parts): Reader {
  const budget = xmlBudget();
  return async (name) => {
    const chunks = parts.read(name);
    return chunks === null ? null : readXml(chunks, budget);
  };
}

async function mainPart(parts: Parts, read: Reader): Promise<string> {
  const root = await read('_rels/.rels');
  const related = [...relationshipsIn(root ?? nothing, '').values()].find((it) => it.kind === 'officeDocument' && !it.isExternal);
  const name = related?.target ?? 'word/document.xml';
  if (parts.read(name) === null)
    throw new WordProblemError(isOffice(parts) ? { code: 'damaged' } : { code: 'wrong-kind', kind: 'archive' });
  return name;
}

/** Told by the parts themselves: what a file says about its types may be missing or wrong. */
function otherKind({ names }: Parts): ForeignKind | null {
  const has = (name: RegExp) => names.some((it) => name.test(it));
  if (has(/^word\//i)) return null;
  if (has(/^xl\//i)) return 'spreadsheet';
  if (has(/^ppt\//i)) return 'presentation';
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'open-document' : null;
}

function isOffice({ names }: Parts): boolean {
  return names.some((it) => /^(?:word\/|\[content_types\]\.xml$|_rels\/)/i.test(it));
}
