// The printed form as Word blocks: each kind of block under its style.
import { setImmediate } from 'node:timers/promises';
import { assertNever, type LineField } from '@chancery/domain';
import { HeadingLevel, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { PrintedBlock, WordingRole } from '../../form/printed-block.ts';
import { type Form, printedForm } from '../../form/printed-form.ts';
import { answerIndent, answerWidth } from '../page.ts';
import { bidirectional } from '../prose/direction.ts';
import { addressRun, printedRuns } from '../prose/hyperlinks.ts';
import { textRuns } from '../prose/inline.ts';
import { printable } from '../../written-text.ts';
import type { Block, Layout, Paper } from '../prose/paper.ts';
import { proseBlocks } from '../prose/prose.ts';
import { choiceBlocks } from './choice.ts';
import { gridBlocks } from './grid.ts';

const answerLayout: Layout = { style: 'Answer', indent: answerIndent, width: answerWidth, depth: 0 };

/** Every block of the form in printed order. Gives way to other work between questions. */
export async function formBlocks(form: Form, paper: Paper): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const group of printedForm(form)) {
    blocks.push(...group.flatMap((block) => wordBlocks(block, paper)));
    await setImmediate();
  }
  return blocks;
}

function wordBlocks(block: PrintedBlock, paper: Paper): readonly Block[] {
  switch (block.kind) {
    case 'wording':
      return [new Paragraph({ ...lookOf(block.role), ...bidirectional(block.text), children: printedRuns(block.text, paper) })];
    case 'question':
      return [questionLine(block, paper)];
    case 'line':
      return [lineBlock(block, paper)];
    case 'prose':
      return proseBlocks(block.prose, answerLayout, paper);
    case 'options':
      return choiceBlocks(block);
    case 'grid':
      return gridBlocks(block, answerLayout, paper);
    default:
      return assertNever(block);
  }
}

const headings = { title: HeadingLevel.TITLE, section: HeadingLevel.HEADING_1, heading: HeadingLevel.HEADING_2 } as const;
const styles = { issuer: 'Issuer', 'issuer-end': 'IssuerEnd', introduction: 'Introduction', note: 'Note', prompt: 'Prompt' } as const;

function lookOf(role: WordingRole) {
  return role === 'title' || role === 'section' || role === 'heading' ? { heading: headings[role] } : { style: styles[role] };
}

/** The wording of a question with its number hanging before it. */
function questionLine({ number, text, isRequired }: Extract<PrintedBlock, { kind: 'question' }>, paper: Paper): Paragraph {
  const numbered = number === null ? [] : [new TextRun({ children: [`${number}.`, new Tab()] })];
  const star = isRequired ? [new TextRun(' *')] : [];
  return new Paragraph({
    style: number === null ? 'Statement' : 'Question',
    ...bidirectional(text),
    children: [...numbered, ...printedRuns(text, paper), ...star],
  });
}

/** One line of text behind its label, "Email* name@example.org". */
function lineBlock({ field, text, isCountry }: Extract<PrintedBlock, { kind: 'line' }>, paper: Paper): Paragraph {
  const label =
    field.label === null ? [] : [new TextRun({ text: printable(`${field.label}${field.isRequired ? '*' : ''}`), style: 'Label' })];
  const gap = field.label === null ? [] : [new TextRun({ children: [isCountry ? ' ' : new Tab()] })];
  return new Paragraph({
    style: isCountry ? 'Country' : 'Line',
    ...bidirectional(field.label ?? text),
    children: [...label, ...gap, ...lineRuns(field, text, paper)],
  });
}

function lineRuns({ format }: LineField, text: string, paper: Paper): readonly ParagraphChild[] {
  if (text.trim() === '') return [new TextRun('\u2003')];
  return format === 'plain' ? textRuns(text) : [addressRun(text, paper)];
}
