// The sheet: A4, its margins, the footer with the page numbers. Lengths in twentieths of a point.
import { Footer, type ISectionOptions, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { printable } from '../written-text.ts';
import type { Block } from './prose/paper.ts';

const width = 11_906;
const height = 16_838;
const margin = 1_247;

/** Width between the margins. */
export const textWidth = width - 2 * margin;
/** Answers stand below the wording of their question, right of its number. */
export const answerIndent = 454;
export const answerWidth = textWidth - answerIndent;

/** The whole form as one run of A4 pages; the footer names it and counts the pages. */
export function pagesOf(children: readonly Block[], footerText: string): ISectionOptions {
  return {
    properties: { page: { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 567 } } },
    footers: { default: footerOf(footerText) },
    children,
  };
}

function footerOf(text: string): Footer {
  const pages = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ style: 'Footer', children: [new TextRun(printable(text)), new TextRun({ children: [new Tab(), ...pages] })] }),
    ],
  });
}
