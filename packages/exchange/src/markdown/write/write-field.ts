// The printed form of each kind of field in Markdown.
import {
  assertNever,
  type ChoiceField,
  type ChoicesField,
  type ChoiceValue,
  type Field,
  type FieldValue,
  type GridField,
  type Option,
} from '@chancery/domain';
import type { ProseNode, RowId } from '@chancery/domain';
import { isSameProse } from '../../prose.ts';
import { escapeLine, escapeOption } from '../escape.ts';
import { marker, toConfirmWord } from '../marker.ts';
import { toConfirmWording } from '../../wording/ticks.ts';
import { readGridTable } from '../read-field.ts';
import { writeCell, writeProse } from './write-prose.ts';

/** Label, hint and value of a field as blocks of Markdown. Throws when the value is of another kind than the field. */
export function writeField(field: Field, value: FieldValue | undefined): readonly string[] {
  const kind = field.kind === 'choices' ? 'choice' : field.kind;
  if (value !== undefined && value.kind !== kind) throw new Error(`a ${value.kind} cannot stand in the ${field.kind} field ${field.id}`);
  const hint = field.hint === null ? [] : [escapeLine(field.hint)];
  if (field.kind === 'line') return [...hint, writeLine(field, value?.kind === 'line' ? value.text : '')];
  const label = field.label === null ? [] : [escapeLine(field.label)];
  const words = value?.kind === 'choice' && value.toConfirm === true ? [toConfirmWord] : [];
  return [...label, ...hint, marker('field', field.id, ...words), ...writeValue(field, value), marker('end')];
}

function writeLine(field: Field, text: string): string {
  const star = field.isRequired ? '\\*' : '';
  return `${escapeLine(field.label ?? '')}${star}: ${marker('field', field.id)}${escapeLine(text)}${marker('end')}`;
}

function writeValue(field: Exclude<Field, { kind: 'line' }>, value: FieldValue | undefined): readonly string[] {
  switch (field.kind) {
    case 'text':
      return value?.kind === 'text' ? [writeProse(value.prose)] : [];
    case 'choice':
    case 'choices':
      return writeOptions(field, value?.kind === 'choice' ? value : { kind: 'choice', chosen: [] });
    case 'grid':
      return writeGrid(field, value?.kind === 'grid' ? value.rows : {});
    default:
      return assertNever(field);
  }
}

/** Labels that together are longer stand one to a line. */
const maxRowLength = 40;

function writeOptions(field: ChoiceField | ChoicesField, value: ChoiceValue): readonly string[] {
  const labels = field.options.map((it) => it.label).join('');
  const isPlain = field.options.every((it) => it.text === 'none') && Object.keys(value.remarks ?? {}).length === 0;
  const tick = (option: Option) => `${value.chosen.includes(option.id) ? '☒' : '☐'} ${escapeOption(option.label)}`;
  const confirm = value.toConfirm === true ? [toConfirmWording] : [];
  if (isPlain && labels.length <= maxRowLength) return [field.options.map(tick).join('   '), ...confirm];
  return [field.options.map((option) => `- ${tick(option)}${remarkOf(option, value)}`).join('\n'), ...confirm];
}

function remarkOf(option: Option, value: ChoiceValue): string {
  const remark = value.remarks?.[option.id];
  if (remark !== undefined) return ` (${escapeOption(remark)})`;
  return option.text === 'other' ? ' \\_\\_\\_\\_\\_' : '';
}

function writeGrid(field: GridField, rows: Readonly<Record<RowId, ProseNode>>): readonly string[] {
  const cells = field.rows.map((row) => [row.label, rows[row.id] === undefined ? '' : writeCell(rows[row.id] as ProseNode)] as const);
  const table = ['|  |  |', '| --- | --- |', ...cells.map(([label, cell]) => `| ${escapeLine(label)} | ${cell} |`)].join('\n');
  if (cells.every(([, cell]) => cell !== null) && isSameGrid(readGridTable(field, table), rows)) return [table];
  return field.rows.flatMap((row) => {
    const prose = rows[row.id];
    return [`**${escapeLine(row.label)}**`, marker('row', row.id), ...(prose === undefined ? [] : [writeProse(prose)]), marker('end')];
  });
}

function isSameGrid(a: Readonly<Record<RowId, ProseNode>>, b: Readonly<Record<RowId, ProseNode>>): boolean {
  const ids = Object.keys(a) as RowId[];
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] !== undefined && b[id] !== undefined && isSameProse(a[id], b[id]));
}
