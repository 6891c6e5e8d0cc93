// The reading of one field of exported Markdown, the way back from write-field.
import { plainText } from '@chancery/answer-doc';
import {
  assertNever,
  type ChoiceField,
  type ChoicesField,
  type Field,
  type FieldValue,
  type GridField,
  type OptionId,
} from '@chancery/domain';
import type { ProseNode, RowId } from '@chancery/domain';
import { isSameWording } from '../wording/wording.ts';
import { node } from '../prose.ts';
import { escapeOption, lineText } from './escape.ts';
import { readProse } from './read-prose.ts';
import type { Region } from './region.ts';
import { splitTicks } from '../wording/ticks.ts';

/** The value that a region holds; undefined when it holds nothing. */
export function readField(field: Field, region: Region): FieldValue | undefined {
  switch (field.kind) {
    case 'line': {
      const text = lineText(region.text);
      return text === '' ? undefined : { kind: 'line', text };
    }
    case 'text': {
      const prose = readProse(region.text);
      return prose.content === undefined ? undefined : { kind: 'text', prose };
    }
    case 'choice':
    case 'choices':
      return readOptions(field, region);
    case 'grid': {
      const rows = region.rows.size > 0 ? readGridRows(field, region.rows) : readGridTable(field, region.text);
      return Object.keys(rows).length === 0 ? undefined : { kind: 'grid', rows };
    }
    default:
      return assertNever(field);
  }
}

/** Rows of a pipe table whose first cell names the row and whose second holds it; empty cells are left out. */
export function readGridTable(field: GridField, markdown: string): Readonly<Record<RowId, ProseNode>> {
  const table = readProse(markdown).content?.find((it) => it.type === 'table');
  const rows = (table?.content ?? []).flatMap((line) => {
    const [head, cell] = line.content ?? [];
    const row = field.rows.find((it) => head !== undefined && isSameWording(it.label, plainText(head)));
    const content = cell?.content?.[0]?.content;
    return row === undefined || content === undefined ? [] : [[row.id, node('doc', [node('paragraph', content)])] as const];
  });
  return Object.fromEntries(rows);
}

function readGridRows(field: GridField, texts: ReadonlyMap<string, string>): Readonly<Record<RowId, ProseNode>> {
  const rows = field.rows.map((row) => [row.id, readProse(texts.get(row.id) ?? '')] as const);
  return Object.fromEntries(rows.filter(([, prose]) => prose.content !== undefined));
}

function readOptions(field: ChoiceField | ChoicesField, region: Region): FieldValue | undefined {
  const ticks = region.text.split('\n').flatMap(splitTicks);
  const found = ticks.flatMap((tick, index) => {
    const option = [field.options[index], ...byLength(field)].find(
      (it) => it !== undefined && tick.text.startsWith(escapeOption(it.label)),
    );
    return option === undefined
      ? []
      : [{ option, isTicked: tick.isTicked, remark: remarkIn(tick.text.slice(escapeOption(option.label).length)) }];
  });
  const chosen = field.options.filter((it) => found.some(({ option, isTicked }) => option === it && isTicked)).map((it) => it.id);
  const remarks: Record<OptionId, string> = Object.fromEntries(
    found.filter((it) => it.remark !== '').map((it) => [it.option.id, it.remark]),
  );
  if (chosen.length === 0 && Object.keys(remarks).length === 0 && !region.isToConfirm) return undefined;
  return {
    kind: 'choice',
    chosen,
    ...(Object.keys(remarks).length > 0 ? { remarks } : {}),
    ...(region.isToConfirm ? { toConfirm: true as const } : {}),
  };
}

/** Longest label first, so that no label hides one that begins with it. */
function byLength(field: ChoiceField | ChoicesField) {
  return field.options.toSorted((a, b) => b.label.length - a.label.length);
}

function remarkIn(rest: string): string {
  const written = rest.replace(/^[ :]+|[ ]+$/g, '');
  if (/^(?:\\?_)*$/.test(written)) return '';
  return lineText(/^\(.*\)$/.test(written) ? written.slice(1, -1) : written);
}
