// The reading of a written Word file in tests: its parts as text, its paragraphs with their styles. Knows only what the tests ask.
import { strFromU8, unzipSync } from 'fflate';

export interface OpenedParagraph {
  readonly style: string;
  /** Breaks as "\n", tabs as "\t". */
  readonly text: string;
  readonly xml: string;
}

export interface OpenedWord {
  readonly part: (path: string) => string;
  readonly document: string;
  readonly paragraphs: readonly OpenedParagraph[];
  /** Target of each relationship of the document by id. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Unzips a Word file. */
export function openWord(bytes: Uint8Array): OpenedWord {
  const parts = unzipSync(bytes);
  const part = (path: string): string => {
    const found = parts[path];
    if (found === undefined) throw new Error(`the file has no ${path}`);
    return strFromU8(found);
  };
  const document = part('word/document.xml');
  const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => ({ style: styleOf(xml), text: textOf(xml), xml }));
  return { part, document, paragraphs, targets: targetsOf(part('word/_rels/document.xml.rels')) };
}

/** The characters of a piece of the document. */
export function textOf(xml: string): string {
  const pieces = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:(?:br|cr)\/>)|(<w:tab\/>)/g);
  return [...pieces].map(([, text, isBreak, isTab]) => (isBreak ? '\n' : isTab ? '\t' : unescaped(text ?? ''))).join('');
}

function styleOf(xml: string): string {
  return /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? '';
}

function targetsOf(rels: string): Map<string, string> {
  const found = [...rels.matchAll(/<Relationship ([^>]*)\/>/g)].map(([, attributes = '']) => attributes);
  return new Map(found.map((it) => [attribute(it, 'Id'), attribute(it, 'Target')]));
}

function attribute(attributes: string, name: string): string {
  return unescaped(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
