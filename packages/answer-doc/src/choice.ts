// The ticks of an answer document: one Y.Map `choices` with `field/option` -> true, and `field` -> 'to-confirm' for ticks that an import could not read.
import type { ChoiceField, ChoicesField, FieldId, OptionId, Question } from '@chancery/domain';
import type * as Y from 'yjs';
import { choiceFieldsOf } from './place.ts';

export type AnyChoiceField = ChoiceField | ChoicesField;

export interface Ticks {
  /** In the order of the questionnaire. */
  readonly chosen: readonly OptionId[];
  /** A person must say which is meant. */
  readonly isToConfirm: boolean;
}

/** What is ticked. Where two people chose different options of one `choice` at once, the first as printed stands and is to be confirmed. */
export function choiceOf(doc: Y.Doc, field: AnyChoiceField): Ticks {
  const choices = choicesOf(doc);
  return soundTicks(field, (option) => choices.get(keyOf(field.id, option)) === true, choices.get(field.id) === toConfirm);
}

/** Ticks as `choiceOf` gives them, from any source of ticks. */
export function soundTicks(field: AnyChoiceField, isTicked: (option: OptionId) => boolean, isMarked: boolean): Ticks {
  const chosen = field.options.map((it) => it.id).filter(isTicked);
  if (field.kind === 'choices' || chosen.length < 2) return { chosen, isToConfirm: isMarked };
  return { chosen: chosen.slice(0, 1), isToConfirm: true };
}

/** Ticks or unticks an option. In a `choice` ticking one clears the others. Either settles what was to be confirmed. */
export function setChoice(doc: Y.Doc, field: AnyChoiceField, option: OptionId, isChosen: boolean): void {
  doc.transact(() => {
    const choices = choicesOf(doc);
    choices.delete(field.id);
    if (field.kind === 'choice') clear(choices, field);
    if (isChosen) choices.set(keyOf(field.id, option), true);
    else choices.delete(keyOf(field.id, option));
  });
}

/** Says that the ticks of this field could not be read. */
export function markToConfirm(doc: Y.Doc, field: AnyChoiceField): void {
  choicesOf(doc).set(field.id, toConfirm);
}

/** A person says that no option is ticked. */
export function confirmNone(doc: Y.Doc, field: AnyChoiceField): void {
  doc.transact(() => {
    const choices = choicesOf(doc);
    choices.delete(field.id);
    clear(choices, field);
  });
}

/** True when the document holds no other ticks than those of the question's options. */
export function areTicksSound(doc: Y.Doc, question: Question): boolean {
  const known = new Map<string, unknown>();
  for (const { id, options } of choiceFieldsOf(question)) {
    known.set(id, toConfirm);
    for (const option of options) known.set(keyOf(id, option.id), true);
  }
  return [...choicesOf(doc)].every(([key, value]) => known.get(key) === value);
}

/** A value that changes: `subscribe` and `snapshot` are what React's useSyncExternalStore takes. */
export interface Watched<T> {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until it changes. */
  readonly snapshot: () => T;
}

/** The ticks of a field as they change. */
export function watchChoice(doc: Y.Doc, field: AnyChoiceField): Watched<Ticks> {
  const choices = choicesOf(doc);
  let known = choiceOf(doc, field);
  return {
    subscribe(listener) {
      choices.observe(listener);
      return () => choices.unobserve(listener);
    },
    snapshot() {
      const now = choiceOf(doc, field);
      if (!isSame(known, now)) known = now;
      return known;
    },
  };
}

const toConfirm = 'to-confirm';

function choicesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('choices');
}

function keyOf(field: FieldId, option: OptionId): string {
  return `${field}/${option}`;
}

function clear(choices: Y.Map<unknown>, field: AnyChoiceField): void {
  for (const { id } of field.options) choices.delete(keyOf(field.id, id));
}

function isSame(a: Ticks, b: Ticks): boolean {
  return a.isToConfirm === b.isToConfirm && a.chosen.length === b.chosen.length && a.chosen.every((it, index) => it === b.chosen[index]);
}
