// The canonical content of an answer: from its document, from an importer, from untrusted JSON. One function makes it, whatever the source.
import type { AnswerContent, ChoiceValue, Digest, Field, FieldId, FieldValue, OptionId, Question, Place } from '@chancery/domain';
import { asId } from '@chancery/domain';
import { digestOf } from '@chancery/record';
import type * as Y from 'yjs';
import { blocksOf, canonicalProse } from './canonical/canonical-prose.ts';
import { oneLine } from './canonical/canonical-text.ts';
import { type AnyChoiceField, choiceOf, soundTicks, type Ticks } from './choice.ts';
import { type LooseNode, looseText, memberOf } from './canonical/loose-node.ts';
import { fragmentOf } from './place.ts';
import { plainText } from './plain-text.ts';
import { readFragment } from './canonical/read-fragment.ts';
import { readJson } from './canonical/read-json.ts';

/** The canonical content of an answer document as it stands. Never throws, whatever clients wrote into it. */
export function contentOf(doc: Y.Doc, question: Question): AnswerContent {
  return contentFrom(question, {
    proseAt: (place) => readFragment(fragmentOf(doc, place)),
    ticksOf: (field) => choiceOf(doc, field),
  });
}

/** The canonical form of `fields` of an answer, given as any JSON: what does not fit is repaired or left out. Never throws. */
export function canonicalContent(question: Question, fields: unknown): AnswerContent {
  return contentFrom(question, {
    proseAt: (place) => proseIn(fields, place),
    ticksOf: (field) => ticksIn(fields, field),
  });
}

/** What a clearance, acceptance or approval names. */
export async function contentDigest(content: AnswerContent): Promise<Digest> {
  return asId<Digest>(await digestOf(content));
}

interface Source {
  readonly proseAt: (place: Place) => readonly LooseNode[];
  readonly ticksOf: (field: AnyChoiceField) => Ticks;
}

function contentFrom(question: Question, source: Source): AnswerContent {
  const fields = question.fields.flatMap((field): readonly (readonly [FieldId, FieldValue])[] => {
    const value = valueOf(field, source);
    return value === null ? [] : [[field.id, value]];
  });
  return { question: question.id, fields: Object.fromEntries(fields) };
}

function valueOf(field: Field, source: Source): FieldValue | null {
  switch (field.kind) {
    case 'line': {
      const text = lineOf(source.proseAt({ field: field.id }));
      return text === '' ? null : { kind: 'line', text };
    }
    case 'text': {
      const prose = canonicalProse(source.proseAt({ field: field.id }));
      return prose === null ? null : { kind: 'text', prose };
    }
    case 'grid': {
      const rows = field.rows.flatMap(({ id }) => {
        const prose = canonicalProse(source.proseAt({ field: field.id, row: id }));
        return prose === null ? [] : [[id, prose] as const];
      });
      return rows.length === 0 ? null : { kind: 'grid', rows: Object.fromEntries(rows) };
    }
    case 'choice':
    case 'choices':
      return choiceValue(field, source);
  }
}

function choiceValue(field: AnyChoiceField, source: Source): ChoiceValue | null {
  const { chosen, isToConfirm } = source.ticksOf(field);
  const remarks = field.options.flatMap(({ id, text }): readonly (readonly [OptionId, string])[] => {
    const remark = text === 'none' ? '' : lineOf(source.proseAt({ field: field.id, option: id }));
    return remark === '' ? [] : [[id, remark]];
  });
  if (chosen.length === 0 && remarks.length === 0 && !isToConfirm) return null;
  const noted = remarks.length === 0 ? {} : { remarks: Object.fromEntries(remarks) };
  return { kind: 'choice', chosen, ...noted, ...(isToConfirm ? { toConfirm: true } : {}) };
}

function lineOf(nodes: readonly LooseNode[]): string {
  return oneLine(plainText({ type: 'doc', content: blocksOf(nodes, 1) }));
}

function proseIn(fields: unknown, { field, row, option }: Place): readonly LooseNode[] {
  const value = memberOf(fields, field);
  const kind = memberOf(value, 'kind');
  if (row !== undefined) return kind === 'grid' ? readJson(memberOf(memberOf(value, 'rows'), row)) : [];
  if (option !== undefined) return kind === 'choice' ? textIn(memberOf(memberOf(value, 'remarks'), option)) : [];
  return kind === 'line' ? textIn(memberOf(value, 'text')) : kind === 'text' ? readJson(memberOf(value, 'prose')) : [];
}

function textIn(text: unknown): readonly LooseNode[] {
  return typeof text === 'string' ? [looseText(text)] : [];
}

function ticksIn(fields: unknown, field: AnyChoiceField): Ticks {
  const value = memberOf(fields, field.id);
  if (memberOf(value, 'kind') !== 'choice') return { chosen: [], isToConfirm: false };
  const chosen = memberOf(value, 'chosen');
  const isTicked = (option: OptionId): boolean => Array.isArray(chosen) && chosen.includes(option);
  return soundTicks(field, isTicked, memberOf(value, 'toConfirm') === true);
}
