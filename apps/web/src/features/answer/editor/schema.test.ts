import { lineSchema, proseSchema } from '@chancery/answer-doc/testing/schema';
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { lineExtensions } from './line-extensions.ts';
import { proseExtensions } from './prose-extensions.ts';

/** All that decides which documents a schema allows, and how a binding reads them. */
function rulesOf(schema: Schema) {
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => ({
    name,
    content: spec.content ?? '',
    groups: (spec.group ?? '').split(' ').filter(Boolean).toSorted(),
    marks: spec.marks ?? null,
    attrs: defaultsOf(spec.attrs),
    isInline: spec.inline ?? false,
    isDefining: spec.defining ?? false,
    isIsolating: spec.isolating ?? false,
    tableRole: (spec['tableRole'] as string | undefined) ?? null,
  }));
  const marks = Object.values(schema.marks).map(({ name, spec }) => ({
    name,
    attrs: defaultsOf(spec.attrs),
    isInclusive: spec.inclusive ?? true,
    excludes: spec.excludes ?? null,
  }));
  const byName = (left: { name: string }, right: { name: string }) => left.name.localeCompare(right.name);
  return { nodes: nodes.toSorted(byName), marks: marks.toSorted(byName) };
}

function defaultsOf(attrs: Readonly<Record<string, { default?: unknown }>> | null | undefined) {
  return Object.fromEntries(Object.entries(attrs ?? {}).map(([name, { default: value }]) => [name, value]));
}

describe('the editor', () => {
  it('allows the same prose as the answer document: names, attributes, content, marks', () => {
    expect(rulesOf(getSchema(proseExtensions))).toEqual(rulesOf(proseSchema));
  });

  it('allows the same line as the answer document', () => {
    expect(rulesOf(getSchema(lineExtensions))).toEqual(rulesOf(lineSchema));
  });

  it('fills an empty block with a paragraph, as the answer document does', () => {
    expect(getSchema(proseExtensions).topNodeType.createAndFill()?.toJSON()).toEqual(proseSchema.topNodeType.createAndFill()?.toJSON());
  });
});
