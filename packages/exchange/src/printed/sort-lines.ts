// The sorting of the lines under a question to its fields, by the prompts, options and row heads that the form prints.
import type { Field, FieldId, Question } from '@chancery/domain';
import type { NumberedLine } from '../wording/unrecognised.ts';
import { afterWording, isSignsOnly, matchLines, type WordingMatch } from '../wording/wording.ts';
import { wordsOf } from '../wording/words.ts';
import { firstCell, isTableRuler, rowHead } from './grid-rows.ts';
import type { TextDialect } from './layout/as-typed.ts';
import { matchAlike } from './match-alike.ts';
import { PrintedOptions, type ReadOptions, readOptionLines } from './option-lines.ts';

export interface SortedLines {
  /** Lines by field id; of a grid by `field/row`. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly options: ReadonlyMap<FieldId, ReadOptions>;
  readonly leftOver: readonly NumberedLine[];
}

/** Sorts every line to a field, or leaves it over. Prompts count in printed order only: an answer may repeat an earlier one. */
export function sortLines(question: Question, lines: readonly NumberedLine[], dialect: TextDialect): SortedLines {
  const sorting = new Sorting(question, lines, dialect);
  for (let index = 0; index < lines.length; ) index += sorting.take(index);
  return sorting;
}

class Sorting implements SortedLines {
  readonly lines = new Map<string, string[]>();
  readonly options = new Map<FieldId, ReadOptions>();
  readonly leftOver: NumberedLine[] = [];
  private readonly question: Question;
  private readonly source: readonly NumberedLine[];
  private readonly texts: readonly string[];
  private readonly dialect: TextDialect;
  private readonly hasProse: boolean;
  private readonly choices: readonly PrintedOptions[];
  /** Place of the field that was met last; -1 before the first. */
  private reached = -1;
  private readonly prompted = new Set<FieldId>();
  /** Where lines go that are no printed wording; null where nothing is open. */
  private target: string | null = null;
  /** The row of a grid that was met last. */
  private lastRow: string | null = null;

  constructor(question: Question, source: readonly NumberedLine[], dialect: TextDialect) {
    this.question = question;
    this.dialect = dialect;
    this.choices = question.fields.flatMap((it) => (it.kind === 'choice' || it.kind === 'choices' ? [new PrintedOptions(it)] : []));
    this.hasProse = question.fields.some((it) => it.kind === 'text');
    this.source = source;
    this.texts = source.map((it) => it.text);
  }

  /** Takes one printed item or one line; returns how many lines it was. */
  take(index: number): number {
    const line = this.texts[index] ?? '';
    if (line.trim() === '') return this.keep(line, index);
    return (
      this.takeNote(index) ?? this.takePrinted(index) ?? this.takeRow(line, index) ?? this.takeOptions(index) ?? this.keep(line, index)
    );
  }

  private takeNote(index: number): number | null {
    if (this.lines.size > 0 || this.question.note === null) return null;
    return this.alone(index, this.question.note);
  }

  /** A label opens its field; a hint is passed over. */
  private takePrinted(index: number): number | null {
    for (const [order, field] of this.question.fields.entries()) {
      if (order < this.reached || this.prompted.has(field.id)) continue;
      if (field.hint !== null) {
        const hint = this.alone(index, field.hint);
        if (hint !== null) return hint;
      }
      const match = field.label === null ? null : this.labelAt(index, field.label);
      if (match === null || !this.isLabel(field, order, match.rest)) continue;
      this.prompted.add(field.id);
      this.open(order, field.id);
      const value = afterWording(match.rest);
      if (value !== '') this.add(field.id, value);
      if (field.kind === 'line' && value !== '') this.target = null;
      return match.lineCount;
    }
    return null;
  }

  private labelAt(index: number, label: string): WordingMatch | null {
    return matchLines(this.texts, index, wordsOf(label)) ?? matchAlike(this.texts, index, label);
  }

  /** A line's label is short: prose may begin with the same word. A star or colon shows it, or its place right after another line. */
  private isLabel(field: Field, order: number, rest: string): boolean {
    if (field.kind !== 'line') return field.kind === 'text';
    if (/^(?:\s|\\)*(?:[*:\t]|$)/.test(rest)) return true;
    return order > this.reached && this.target === null;
  }

  private takeRow(line: string, index: number): number | null {
    const grids = this.question.fields.filter((it) => it.kind === 'grid');
    if (grids.length === 0) return null;
    if (isTableRuler(line)) return 1;
    for (const [order, field] of this.question.fields.entries()) {
      if (field.kind !== 'grid' || order < this.reached) continue;
      const head = rowHead(line, field);
      if (head === null || this.lines.has(`${field.id}/${head.row}`)) continue;
      this.open(order, `${field.id}/${head.row}`);
      this.add(`${field.id}/${head.row}`, withoutBar(head.content));
      return 1;
    }
    return this.takeOtherRow(line, index);
  }

  /** In a table whose rows are read, a row without a head goes on with the one before, and one with another head belongs to none. */
  private takeOtherRow(line: string, index: number): number | null {
    const [head, content] = (line.trimStart().startsWith('|') ? firstCell(line) : null) ?? [];
    if (head === undefined || content === undefined || !this.isRow(this.lastRow)) return null;
    this.target = isSignsOnly(head) ? this.lastRow : null;
    if (this.target === null) return this.leave(index);
    this.add(this.target, withoutBar(content));
    return 1;
  }

  private isRow(target: string | null): target is string {
    return target?.includes('/') === true;
  }

  private takeOptions(index: number): number | null {
    for (const printed of this.choices) {
      const { field } = printed;
      if (this.options.has(field.id)) continue;
      const read = readOptionLines(printed, this.texts, index, this.dialect);
      if (read === null || (this.lines.size > 0 && !read.isPrinted)) continue;
      // One word alone, such as "No.", is what somebody wrote: it stays where words can stand.
      const isWord = !read.isPrinted && Object.keys(read.value?.remarks ?? {}).length === 0;
      if (isWord && this.hasProse) continue;
      this.options.set(field.id, read);
      this.reached = Math.max(this.reached, this.question.fields.indexOf(field));
      if (isWord) this.leave(index);
      return read.lineCount;
    }
    return null;
  }

  private keep(line: string, index: number): number {
    const open = this.target ?? (line.trim() === '' ? null : this.openText());
    if (open !== null) this.add(open, line);
    else if (!isSignsOnly(line)) this.leave(index);
    if (open !== null && line.trim() !== '' && this.question.fields.some((it) => it.id === open && it.kind === 'line')) this.target = null;
    return 1;
  }

  /** Prose without a prompt belongs to the first text field that is not yet begun. */
  private openText(): string | null {
    const order = this.question.fields.findIndex((it) => it.kind === 'text' && !this.lines.has(it.id));
    const field = this.question.fields[order];
    if (field === undefined) return null;
    this.open(Math.max(order, this.reached), field.id);
    return field.id;
  }

  private open(order: number, target: string): void {
    this.reached = order;
    this.target = target;
    if (this.isRow(target)) this.lastRow = target;
    if (!this.lines.has(target)) this.lines.set(target, []);
  }

  private add(target: string, line: string): void {
    const lines = this.lines.get(target) ?? [];
    lines.push(line);
    this.lines.set(target, lines);
  }

  private leave(index: number): number {
    const line = this.source[index];
    if (line !== undefined) this.leftOver.push(line);
    return 1;
  }

  private alone(index: number, wording: string): number | null {
    const match = matchLines(this.texts, index, wordsOf(wording)) ?? matchAlike(this.texts, index, wording);
    return match !== null && isSignsOnly(match.rest) ? match.lineCount : null;
  }
}

/** A cell without the bar that ends it. */
function withoutBar(content: string): string {
  return content.replace(/(?<!\\)\|\s*$/, '');
}
