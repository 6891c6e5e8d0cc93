// The blocks under a question of our own export as the values of its fields, in the order in which it prints them.
import type { Field, FieldId, FieldValue, GridField, LineField, Question } from '@chancery/domain';
import type { ImportNote } from '../../filled-form.ts';
import { isBlank, node } from '../../prose.ts';
import { toConfirmWording } from '../../wording/ticks.ts';
import { endOfWording, isSameWording, isSignsOnly } from '../../wording/wording.ts';
import { wordsOf } from '../../wording/words.ts';
import { paragraphsIn, textOf, type WordBlock, type WordParagraph, type WordTable } from '../document/block.ts';
import { blankLine, proseOf } from '../prose/prose-of.ts';
import { cutPieces } from '../document/cut-pieces.ts';
import { readOwnOptions } from './own-options.ts';

export interface OwnAnswer {
  readonly fields: Readonly<Record<FieldId, FieldValue>>;
  readonly notes: readonly ImportNote[];
  readonly leftOver: readonly WordBlock[];
}

/** Left edge of the answers in our own export. */
const answerIndent = 454;

export function readOwnAnswer(question: Question, blocks: readonly WordBlock[]): OwnAnswer {
  const reading = new AnswerReading(question, blocks);
  for (const block of blocks) reading.take(block);
  return reading.result();
}

class AnswerReading {
  private readonly question: Question;
  private readonly values = new Map<FieldId, FieldValue>();
  private readonly texts = new Map<FieldId, WordBlock[]>();
  private readonly options = new Map<FieldId, string[]>();
  private readonly toConfirm = new Set<FieldId>();
  private readonly leftOver: WordBlock[] = [];
  private readonly grids: ReadonlyMap<WordTable, GridField>;
  private readonly prompted = new Set<Field>();
  /** Where blocks go that are no printed wording. */
  private open: FieldId | null;
  private previous: WordBlock | null = null;

  constructor(question: Question, blocks: readonly WordBlock[]) {
    this.question = question;
    this.open = question.fields.find((it) => it.kind === 'text')?.id ?? null;
    this.grids = gridsIn(question, blocks);
  }

  take(block: WordBlock): void {
    const grid = block.kind === 'table' ? this.grids.get(block) : undefined;
    if (grid !== undefined && block.kind === 'table') this.takeGrid(grid, block);
    else if (block.kind === 'table' || !this.takePrinted(block)) this.keep(block);
    this.previous = block;
  }

  result(): OwnAnswer {
    const notes: ImportNote[] = [];
    for (const field of this.question.fields) {
      if (field.kind === 'text') this.setText(field.id);
      if (field.kind !== 'choice' && field.kind !== 'choices') continue;
      const read = readOwnOptions(field, this.options.get(field.id) ?? []);
      if (read?.isTickedTwice === true) notes.push({ code: 'several-ticks', field: field.id, text: '' });
      if (this.toConfirm.has(field.id)) this.values.set(field.id, { kind: 'choice', chosen: [], ...read?.value, toConfirm: true });
      else if (read?.value !== undefined) this.values.set(field.id, read.value);
    }
    const inOrder = this.question.fields.flatMap(({ id }) => {
      const value = this.values.get(id);
      return value === undefined ? [] : [[id, value] as const];
    });
    return { fields: Object.fromEntries(inOrder), notes, leftOver: this.leftOver };
  }

  /** True for a paragraph that holds the form's own wording, with what somebody wrote behind it. */
  private takePrinted(paragraph: WordParagraph): boolean {
    const text = textOf(paragraph);
    switch (paragraph.style) {
      case 'choice':
        return this.takeOption(text);
      case 'line':
      case 'country':
        return this.takeLine(paragraph, text);
      case 'prompt':
        return this.takePrompt(paragraph, text);
      default:
        return isSameWording(text, toConfirmWording) && this.confirmLast();
    }
  }

  private takeOption(text: string): boolean {
    if (isSameWording(text, toConfirmWording)) return this.confirmLast();
    const field = this.question.fields.find((it) => (it.kind === 'choice' || it.kind === 'choices') && readOwnOptions(it, [text]) !== null);
    if (field === undefined) return false;
    this.options.set(field.id, [...(this.options.get(field.id) ?? []), text]);
    return true;
  }

  /** The wording under options whose ticks are still to be confirmed. */
  private confirmLast(): boolean {
    const last = [...this.options.keys()].at(-1);
    if (last === undefined || this.previous?.kind !== 'paragraph' || this.previous.style !== 'choice') return false;
    this.toConfirm.add(last);
    return true;
  }

  private takeLine(paragraph: WordParagraph, text: string): boolean {
    const lines = this.question.fields.filter((it): it is LineField => it.kind === 'line' && !this.values.has(it.id));
    const field =
      lines.find((it) => it.label !== null && endOfWording(text, wordsOf(it.label)) !== null) ?? lines.find((it) => it.label === null);
    if (field === undefined) return false;
    const gap = paragraph.style === 'country' ? ' ' : '\t';
    const label = field.label === null ? '' : `${field.label}${field.isRequired ? '*' : ''}${gap}`;
    const rest = text.startsWith(label)
      ? text.slice(label.length)
      : text.slice(endOfWording(text, wordsOf(field.label ?? '')) ?? 0).replace(/^[\s*:]+/, '');
    const value = withoutBlank(rest);
    if (value.trim() !== '') this.values.set(field.id, { kind: 'line', text: value });
    this.prompted.add(field);
    return true;
  }

  private takePrompt(paragraph: WordParagraph, text: string): boolean {
    for (const field of this.question.fields) {
      if (this.prompted.has(field)) continue;
      for (const wording of [field.label, field.hint]) {
        const end = wording === null ? null : endOfWording(text, wordsOf(wording));
        if (end === null) continue;
        if (wording === field.label) this.prompted.add(field);
        if (field.kind === 'text') this.open = field.id;
        if (!isSignsOnly(text.slice(end))) {
          const from = end + (/^[\s*?.:;,)\]”"]*/.exec(text.slice(end))?.[0].length ?? 0);
          this.keep({ ...paragraph, style: 'answer', pieces: cutPieces(paragraph.pieces, from) });
        }
        return true;
      }
    }
    return false;
  }

  private takeGrid(field: GridField, table: WordTable): void {
    const rows = table.rows.flatMap(({ cells }) => {
      const [head, ...rest] = cells;
      const row = field.rows.find((it) => head !== undefined && isSameWording(it.label, plainOf(head.blocks)));
      if (row === undefined) {
        // The head of the table prints the hint; a row that somebody added says something.
        if (!cells.every((cell) => isSignsOnly(plainOf(cell.blocks)) || isSameWording(plainOf(cell.blocks), field.hint ?? '')))
          this.leftOver.push({ ...table, rows: [{ cells }] });
        return [];
      }
      const prose = node(
        'doc',
        rest.flatMap((cell) => proseOf(withoutBlankLine(cell.blocks), { base: 0, isOwnForm: true }).content ?? []),
      );
      return isBlank(prose) ? [] : [[row.id, prose] as const];
    });
    if (rows.length > 0)
      this.values.set(field.id, {
        kind: 'grid',
        rows: Object.fromEntries(rows),
      });
  }

  private keep(block: WordBlock): void {
    if (this.open === null) {
      if (!isSignsOnly(plainOf([block]))) this.leftOver.push(block);
      return;
    }
    this.texts.set(this.open, [...(this.texts.get(this.open) ?? []), block]);
  }

  private setText(id: FieldId): void {
    const prose = proseOf(withoutBlankLine(this.texts.get(id) ?? []), { base: answerIndent, isOwnForm: true });
    if (!isBlank(prose)) this.values.set(id, { kind: 'text', prose });
  }
}

/** The table of each grid: the last one that has its rows, since a text before it may hold tables of its own. */
function gridsIn(question: Question, blocks: readonly WordBlock[]): ReadonlyMap<WordTable, GridField> {
  const tables = blocks.filter((it): it is WordTable => it.kind === 'table');
  return new Map(
    question.fields.flatMap((field): (readonly [WordTable, GridField])[] => {
      if (field.kind !== 'grid') return [];
      const table = tables.findLast((it) => {
        const labels = it.rows.map((row) => plainOf(row.cells[0]?.blocks ?? []));
        return field.rows.filter((row) => labels.some((label) => isSameWording(row.label, label))).length * 2 >= field.rows.length;
      });
      return table === undefined ? [] : [[table, field]];
    }),
  );
}

/** The blocks without the em space that our export prints where nothing stands, and that somebody may have left beside the answer. */
function withoutBlankLine(blocks: readonly WordBlock[]): readonly WordBlock[] {
  const written =
    blocks.length > 1 ? blocks.filter((block, index) => !(isBlankLine(block) && (index === 0 || index === blocks.length - 1))) : blocks;
  return written.map((block, index) => {
    if (index > 0 || block.kind === 'table') return block;
    const text = textOf(block);
    const from = text.startsWith(blankLine) ? 1 : 0;
    const to = text.endsWith(blankLine) && text.length > 1 ? text.length - 1 : text.length;
    return from === 0 && to === text.length ? block : { ...block, pieces: cutPieces(block.pieces, from, to) };
  });
}

function isBlankLine(block: WordBlock): boolean {
  return block.kind === 'paragraph' && textOf(block) === blankLine;
}

function withoutBlank(text: string): string {
  return text.replace(new RegExp(`^${blankLine}|${blankLine}$`, 'g'), '');
}

function plainOf(blocks: readonly WordBlock[]): string {
  return paragraphsIn(blocks).map(textOf).join('\n');
}
