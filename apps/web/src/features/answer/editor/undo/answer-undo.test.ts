import { setChoice, watchChoice } from '@chancery/answer-doc';
import { asId, type ChoiceField, type ChoicesField, type OptionId } from '@chancery/domain';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { AnswerUndo } from './answer-undo.ts';

const [yes, no] = [asId<OptionId>('yes'), asId<OptionId>('no')];
const options = [yes, no].map((id) => ({ id, label: id, text: 'none' as const }));
const base = { id: asId<ChoiceField['id']>('field'), label: null, hint: null, isRequired: true, expectedWhen: null, options };
const choice: ChoiceField = { ...base, kind: 'choice' };
const choices: ChoicesField = { ...base, kind: 'choices' };

/** Two people with the same document, who hear each other at once. */
function desk() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.on('update', (update: Uint8Array, origin) => void (origin !== theirs && Y.applyUpdate(theirs, update, mine)));
  theirs.on('update', (update: Uint8Array, origin) => void (origin !== mine && Y.applyUpdate(mine, update, theirs)));
  const undo = new AnswerUndo(mine);
  undo.follow();
  const ticks = (field: ChoiceField | ChoicesField, option: OptionId, isOn = true) =>
    undo.tick({ field, option }, () => setChoice(mine, field, option, isOn));
  const writes = (text: string) => mine.transact(() => mine.getText('words').insert(mine.getText('words').length, text), ySyncPluginKey);
  return { mine, theirs, undo, ticks, writes, words: () => mine.getText('words').toJSON() };
}

it('ticks and words are taken back in the order they were done, and done again', () => {
  const { mine, undo, ticks, writes, words } = desk();
  const chosen = () => watchChoice(mine, choice).snapshot().chosen;
  writes('before');
  ticks(choice, yes);
  writes(' after');
  ticks(choice, no);
  undo.undo();
  expect([chosen(), words()]).toEqual([[yes], 'before after']);
  undo.undo();
  expect([chosen(), words()]).toEqual([[yes], 'before']);
  undo.undo();
  expect([chosen(), words()]).toEqual([[], 'before']);
  undo.redo();
  undo.redo();
  expect([chosen(), words()]).toEqual([[yes], 'before after']);
});

it('a tick that somebody has changed since is passed over, and what was done before it is taken back', () => {
  const { mine, theirs, undo, ticks, writes, words } = desk();
  setChoice(theirs, choice, yes, true);
  writes('mine');
  ticks(choice, no);
  setChoice(theirs, choice, yes, true);
  undo.undo();
  expect(watchChoice(mine, choice).snapshot()).toEqual({ chosen: [yes], isToConfirm: false });
  expect(words()).toBe('');
  undo.redo();
  undo.redo();
  expect(watchChoice(theirs, choice).snapshot()).toEqual({ chosen: [yes], isToConfirm: false });
  expect(words()).toBe('mine');
});

it('what an import left to confirm stays confirmed once somebody else has ticked', () => {
  const { mine, theirs, undo, ticks, writes, words } = desk();
  theirs.getMap('choices').set(choice.id, 'to-confirm');
  writes('mine');
  ticks(choice, no);
  setChoice(theirs, choice, yes, true);
  undo.undo();
  expect([watchChoice(mine, choice).snapshot(), words()]).toEqual([{ chosen: [yes], isToConfirm: false }, '']);
});

it('a transaction in which nothing changes is no step, and leaves what can be done again', () => {
  const { mine, undo, writes, words } = desk();
  writes('mine');
  undo.undo();
  mine.transact(() => undefined, ySyncPluginKey);
  expect(undo.possible()).toBe('redo');
  undo.redo();
  expect(words()).toBe('mine');
});

it('of several ticks beside each other everybody takes back their own', () => {
  const { mine, theirs, undo, ticks } = desk();
  ticks(choices, yes);
  setChoice(theirs, choices, no, true);
  undo.undo();
  expect(watchChoice(mine, choices).snapshot().chosen).toEqual([no]);
  undo.redo();
  expect(watchChoice(theirs, choices).snapshot().chosen).toEqual([yes, no]);
});
