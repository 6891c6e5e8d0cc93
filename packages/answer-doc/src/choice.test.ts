import { expect, test } from 'vitest';
import { choiceOf, confirmNone, markToConfirm, setChoice, watchChoice } from './choice.ts';
import { contentOf } from './content.ts';
import { choice, choiceField, choicesField, exchange, newDocument, no, other, question, yes } from './testing/cast.ts';

test('choosing one option of a choice clears the others; of choices it does not', () => {
  const doc = newDocument();
  for (const field of [choiceField, choicesField]) for (const option of [other, yes]) setChoice(doc, field, option, true);
  expect(choiceOf(doc, choiceField)).toEqual({ chosen: [yes], isToConfirm: false });
  expect(choiceOf(doc, choicesField)).toEqual({ chosen: [yes, other], isToConfirm: false });
  setChoice(doc, choicesField, yes, false);
  expect(choiceOf(doc, choicesField).chosen).toEqual([other]);
});

test('two who choose differently at once see one option, the first as printed, and are asked to confirm', () => {
  const [a, b] = [newDocument(), newDocument()];
  setChoice(a, choiceField, other, true);
  setChoice(b, choiceField, no, true);
  exchange(a, b);
  for (const doc of [a, b]) expect(choiceOf(doc, choiceField)).toEqual({ chosen: [no], isToConfirm: true });
  expect(contentOf(a, question).fields[choice]).toEqual({ kind: 'choice', chosen: [no], toConfirm: true });
  setChoice(b, choiceField, other, true);
  exchange(a, b);
  for (const doc of [a, b]) expect(choiceOf(doc, choiceField)).toEqual({ chosen: [other], isToConfirm: false });
});

test('unreadable ticks wait until a person chooses or says that none is ticked', () => {
  const doc = newDocument();
  markToConfirm(doc, choiceField);
  expect(contentOf(doc, question).fields[choice]).toEqual({ kind: 'choice', chosen: [], toConfirm: true });
  setChoice(doc, choiceField, yes, true);
  expect(choiceOf(doc, choiceField)).toEqual({ chosen: [yes], isToConfirm: false });
  markToConfirm(doc, choiceField);
  confirmNone(doc, choiceField);
  expect(contentOf(doc, question).fields).toEqual({});
});

test('who watches a choice is told, and is given the same object until it changes', () => {
  const doc = newDocument();
  const watched = watchChoice(doc, choiceField);
  let told = 0;
  const stop = watched.subscribe(() => {
    told += 1;
  });
  const before = watched.snapshot();
  setChoice(doc, choicesField, yes, true);
  expect(watched.snapshot()).toBe(before);
  setChoice(doc, choiceField, yes, true);
  expect(watched.snapshot()).toEqual({ chosen: [yes], isToConfirm: false });
  expect(told).toBe(2);
  stop();
  setChoice(doc, choiceField, no, true);
  expect(told).toBe(2);
});
