// The way from the lines under a printed question to the values of its fields.
import type { ChoiceField, ChoicesField, Field, FieldId, FieldValue, GridField, Question, RowId } from '@chancery/domain';
import { assertNever, isVisible, isVisibleProse, type ProseNode } from '@chancery/domain';
import type { FilledAnswer, ImportNote } from '../filled-form.ts';
import { readPlainLine, readProse } from '../markdown/read-prose.ts';
import type { NumberedLine } from '../wording/unrecognised.ts';
import { unreadChoice } from './option-lines.ts';
import { cellMarkdown } from './grid-rows.ts';
import { asMarkdown, type TextDialect } from './layout/as-typed.ts';
import { mended } from './mended.ts';
import { sortLines, type SortedLines } from './sort-lines.ts';

interface ReadAnswer extends Omit<FilledAnswer, 'source'> {
  readonly leftOver: readonly NumberedLine[];
}

/** Reads the lines under a question. What belongs to no field of it is left over. */
export function readAnswer(question: Question, lines: readonly NumberedLine[], dialect: TextDialect): ReadAnswer {
  const sorted = sortLines(question, lines, dialect);
  const notes: ImportNote[] = [];
  const values = question.fields.flatMap((field) => {
    const value = valueOf(field, { sorted, dialect }, notes);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  const fields: Record<FieldId, FieldValue> = Object.fromEntries(values);
  for (const field of question.fields) if (isUnseenChoice(field, sorted) && values.length > 0) fields[field.id] = unreadChoice();
  return {
    content: { question: question.id, fields: inOrder(question, fields) },
    notes: [...severalTicks(sorted), ...notes],
    leftOver: sorted.leftOver,
  };
}

/** A choice of which not even the options are in the file. */
function isUnseenChoice(field: Field, sorted: SortedLines): field is ChoiceField | ChoicesField {
  return (field.kind === 'choice' || field.kind === 'choices') && !sorted.options.has(field.id);
}

interface Typed {
  readonly sorted: SortedLines;
  readonly dialect: TextDialect;
}

function valueOf(field: Field, typed: Typed, notes: ImportNote[]): FieldValue | undefined {
  const { sorted, dialect } = typed;
  const lines = sorted.lines.get(field.id) ?? [];
  switch (field.kind) {
    case 'line': {
      const text = readPlainLine(asMarkdown(lines, dialect).join('\n'));
      return isVisible(text) ? { kind: 'line', text } : undefined;
    }
    case 'text': {
      const prose = proseOf(field.id, mended(asMarkdown(lines, dialect)), notes);
      return isVisibleProse(prose) ? { kind: 'text', prose } : undefined;
    }
    case 'choice':
    case 'choices':
      return sorted.options.get(field.id)?.value;
    case 'grid':
      return gridOf(field, typed, notes);
    default:
      return assertNever(field);
  }
}

function gridOf(field: GridField, { sorted, dialect }: Typed, notes: ImportNote[]): FieldValue | undefined {
  const rows = field.rows
    .map((row) => [row.id, rowProse(row.id)] as const)
    .filter((it): it is readonly [RowId, ProseNode] => it[1] !== null);
  return rows.length === 0 ? undefined : { kind: 'grid', rows: Object.fromEntries(rows) };

  function rowProse(row: RowId): ProseNode | null {
    const lines = sorted.lines.get(`${field.id}/${row}`) ?? [];
    const prose = proseOf(field.id, mended(asMarkdown(cellMarkdown(lines).split('\n'), dialect)), notes);
    return isVisibleProse(prose) ? prose : null;
  }
}

function proseOf(field: FieldId, markdown: string, notes: ImportNote[]): ProseNode {
  return readProse(markdown, (text, href) => notes.push({ code: 'link-not-kept', field, text: `${text} (${href})` }));
}

function severalTicks(sorted: SortedLines): readonly ImportNote[] {
  const fields = [...sorted.options].filter(([, read]) => read.isTickedTwice).map(([field]) => field);
  return fields.map((field) => ({ code: 'several-ticks', field, text: '' }));
}

function inOrder(question: Question, fields: Readonly<Record<FieldId, FieldValue>>): Readonly<Record<FieldId, FieldValue>> {
  return Object.fromEntries(question.fields.flatMap(({ id }) => (fields[id] === undefined ? [] : [[id, fields[id]] as const])));
}
