// The file that is written: what it says about itself, and its bytes.
import type { Questionnaire } from '@chancery/domain';
import PDFDocument from 'pdfkit';
import type { RoundHeading } from '../round-heading.ts';
import { printable } from '../written-text.ts';
import type { Element } from './line/run.ts';
import type { Doc } from './pen.ts';
import { page } from './sheet.ts';

export interface OpenFile {
  readonly doc: Doc;
  /** The element that all others are in. */
  readonly root: Element;
  /** The bytes, once the document is ended. */
  readonly finished: Promise<Uint8Array>;
}

/** A document without pages. The texts of a form are English, as its definition is. */
export function openFile({
  round,
  questionnaire,
  at,
}: {
  readonly round: RoundHeading;
  readonly questionnaire: Questionnaire;
  readonly at: Date;
}): OpenFile {
  const options = {
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: alsoInXml(round.title),
      Author: alsoInXml(round.country),
      Subject: alsoInXml(questionnaire.title),
      Creator: 'Chancery',
      CreationDate: at,
      ModDate: at,
    },
  };
  // Its types know neither PDF/UA nor texts as objects.
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  const node = doc.struct('Document');
  doc.addStructure(node);
  const parts: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
  });
  return { doc, root: { type: 'Document', node }, finished };
}

/** pdfkit writes a text's value into the file's dictionary, and the text itself, unescaped, into its XML. */
function alsoInXml(text: string): string {
  const value = printable(text).replaceAll(/\s+/g, ' ').trim();
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return Object.assign(new String(value), { toString: () => escaped }) as unknown as string;
}
