// Prose as it is found, in a document or in JSON from outside, before it is made canonical. Nothing in it is trusted; only its depth is bounded.

export type LooseNode = LooseText | LooseElement;

export interface LooseText {
  readonly kind: 'text';
  readonly text: string;
  /** Name and attributes of each mark; a name may come twice. */
  readonly marks: readonly (readonly [string, unknown])[];
}

export interface LooseElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly children: readonly LooseNode[];
}

/** Elements nested deeper than this are read as their text alone. More than canonical prose ever nests. */
export const maxLooseDepth = 100;

/** Text without marks. */
export function looseText(text: string): LooseText {
  return { kind: 'text', text, marks: [] };
}

/** A value's own member, or undefined; `constructor` and the like are no members. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
