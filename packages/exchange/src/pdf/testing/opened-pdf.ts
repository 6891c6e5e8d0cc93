// The reading of a written PDF file in tests: its words, its structure with the words of each element, what lies beside it.
import { unzlibSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadElement {
  readonly role: string;
  readonly alt: string | null;
  /** The words of the element and of all in it, in the order of the structure. */
  readonly text: string;
  readonly children: readonly ReadElement[];
}

export interface OpenedPdf {
  /** The structure of each page; an element that goes on stands on both. */
  readonly pages: readonly ReadElement[];
  /** The words on each page that belong to no element. */
  readonly beside: readonly string[];
  readonly bookmarks: readonly { readonly title: string; readonly under: readonly string[] }[];
  readonly links: readonly string[];
  readonly title: string;
  readonly language: string;
  /** What stands for drawn letters that do not say it themselves, in the order of drawing. */
  readonly actualTexts: readonly string[];
  /** The file's bytes as characters, for what is written in it as it is. */
  readonly raw: string;
}

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

/** Reads the whole file. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const pdf = await loading.promise;
  const pages: ReadElement[] = [];
  const beside: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const { inside, outside } = wordsByContent(items);
    pages.push(elementOf(await page.getStructTree(), inside));
    beside.push(outside);
    for (const { url } of (await page.getAnnotations()) as readonly { readonly url?: string }[]) if (url !== undefined) links.push(url);
    page.cleanup();
  }
  const outline = (await pdf.getOutline()) as
    | readonly { readonly title: string; readonly items: readonly { readonly title: string }[] }[]
    | null;
  const { info } = (await pdf.getMetadata()) as unknown as { readonly info: Readonly<Record<string, string>> };
  await loading.destroy();
  return {
    pages,
    beside,
    links,
    bookmarks: (outline ?? []).map((it) => ({ title: it.title, under: it.items.map((inner) => inner.title) })),
    title: info['Title'] ?? '',
    language: info['Language'] ?? '',
    actualTexts: actualTextsOf(bytes),
    raw: charactersOf(bytes),
  };
}

/** One character a byte: TextDecoder reads "latin1" as Windows-1252. */
function charactersOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function actualTextsOf(bytes: Uint8Array): readonly string[] {
  const raw = charactersOf(bytes);
  const streams = [...raw.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].map((it) => it.index + it[0].length);
  return streams.flatMap((start) => {
    const content = charactersOf(unzlibSync(bytes.subarray(start, raw.indexOf('endstream', start))));
    return [...content.matchAll(/\/ActualText \(((?:\\[^]|[^\\)])*)\)/g)].map(([, text = '']) => decoded(text));
  });
}

function decoded(written: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = written.replaceAll(/\\([^])/g, (_, it: string) => escapes[it] ?? it);
  if (!plain.startsWith('\u00fe\u00ff')) return plain;
  const bytes = Buffer.from(plain.slice(2), 'latin1');
  return bytes.swap16().toString('utf16le');
}

/** All elements with that role, in reading order. */
export function elementsOf(elements: readonly ReadElement[], role: RegExp): readonly ReadElement[] {
  return elements.flatMap((it) => [...(role.test(it.role) ? [it] : []), ...elementsOf(it.children, role)]);
}

interface ContentItem {
  readonly type?: string;
  readonly id?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

function wordsByContent(items: readonly ContentItem[]): { readonly inside: ReadonlyMap<string, string>; readonly outside: string } {
  const inside = new Map<string, string>();
  let outside = '';
  const open: (string | null)[] = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push(item.id ?? null);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const words = `${item.str ?? ''}${item.hasEOL === true ? '\n' : ''}`;
      const id = open.findLast((it) => it !== null);
      if (id === undefined || id === null) outside += words;
      else inside.set(id, `${inside.get(id) ?? ''}${words}`);
    }
  }
  return { inside, outside };
}

function elementOf(node: TreeNode, words: ReadonlyMap<string, string>): ReadElement {
  let text = '';
  const children: ReadElement[] = [];
  for (const child of node.children ?? []) {
    if (child.type === 'content') text += words.get(child.id ?? '') ?? '';
    else if (child.role !== undefined) {
      const element = elementOf(child, words);
      children.push(element);
      text += element.text;
    }
  }
  return { role: node.role ?? '', alt: node.alt ?? null, text, children };
}
