// How each kind of field is printed: its prompt, its star, its answer.
import { assertNever, type Field, type FieldValue, type LineField } from '@chancery/domain';
import { Paragraph, Tab, TextRun, type ParagraphChild } from 'docx';
import { choiceBlocks } from './choice.ts';
import { gridBlocks } from './grid.ts';
import { textRuns } from '../prose/inline.ts';
import { addressRun, printedRuns } from '../prose/hyperlinks.ts';
import { type Block, type Layout, type Paper, printable } from '../prose/paper.ts';
import { blankLine, proseBlocks } from '../prose/prose.ts';

/** The field with its prompt; an empty one leaves a line to write on. */
export function fieldBlocks(field: Field, value: FieldValue | undefined, layout: Layout, paper: Paper): readonly Block[] {
  switch (field.kind) {
    case 'line':
      return [...prompts([field.hint], paper), lineBlock(field, value, 'Line', paper)];
    case 'text':
      return [...prompts([field.label, field.hint], paper), ...textBlocks(value, layout, paper)];
    case 'choice':
    case 'choices':
      return [...prompts([field.label, field.hint], paper), ...choiceBlocks(field, value)];
    case 'grid':
      return [...prompts([field.label], paper), ...gridBlocks(field, value, layout, paper)];
    default:
      return assertNever(field);
  }
}

/** One line of text behind its label, "Email* name@example.org"; `style` is Line or Country. */
export function lineBlock(field: LineField, value: FieldValue | undefined, style: 'Line' | 'Country', paper: Paper): Paragraph {
  const label =
    field.label === null ? [] : [new TextRun({ text: printable(`${field.label}${field.isRequired ? '*' : ''}`), style: 'Label' })];
  const gap = field.label === null ? [] : [new TextRun({ children: [style === 'Line' ? new Tab() : ' '] })];
  return new Paragraph({ style, children: [...label, ...gap, ...lineRuns(field, value, paper)] });
}

function lineRuns(field: LineField, value: FieldValue | undefined, paper: Paper): readonly ParagraphChild[] {
  const text = value?.kind === 'line' ? value.text : '';
  if (text.trim() === '') return [new TextRun('\u2003')];
  return field.format === 'plain' ? textRuns(text) : [addressRun(text, paper)];
}

function textBlocks(value: FieldValue | undefined, layout: Layout, paper: Paper): readonly Block[] {
  return value?.kind === 'text' ? proseBlocks(value.prose, layout, paper) : [blankLine(layout)];
}

function prompts(texts: readonly (string | null)[], paper: Paper): readonly Paragraph[] {
  return texts.filter((text) => text !== null).map((text) => new Paragraph({ style: 'Prompt', children: printedRuns(text, paper) }));
}
