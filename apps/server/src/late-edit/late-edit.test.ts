// Proves what is found out about an edit that could not enter: what it would change, and whether it may be applied as it is.
import { contentOf, fragmentOf, initialUpdate, setChoice, textsOf, writeContent } from '@chancery/answer-doc';
import { asId, findQuestion, type PersonId, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { examineLateEdit } from './late-edit.ts';
import type { AuthorStanding } from './standing.ts';

const question = findQuestion(msq2022, asId<QuestionId>('7'))!;
const field = question.fields[0]!.id;
const aminah = asId<PersonId>('aminah');

function prose(text: string): Parameters<typeof writeContent>[2] {
  return { [field]: { kind: 'text', prose: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } } };
}

function documentOf(text: string): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, initialUpdate(question));
  writeContent(doc, question, prose(text));
  return doc;
}

const standingOf = (doc: Y.Doc, owners: AuthorStanding['owners'] = new Map()): AuthorStanding => ({
  question,
  known: Y.encodeStateAsUpdate(doc),
  owners,
  epoch: 1,
  sequence: 1,
});

/** The update that `change` makes in a copy of the document. */
function editOf(doc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  change(copy);
  return Y.encodeStateAsUpdate(copy, before);
}

const firstText = (doc: Y.Doc) => (fragmentOf(doc, { field }).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const late = (update: Uint8Array) => ({ person: aminah, reason: 'frozen', update, baseEpoch: 1 }) as const;

test('the words that an edit would have added are found, and those that it would take out', () => {
  const doc = documentOf('The budget was doubled.');
  const adds = editOf(doc, (copy) => firstText(copy).insert(10, ' of 2021'));
  expect(examineLateEdit(standingOf(doc), late(adds))).toEqual({ status: 'fits', brought: { added: 'of 2021', removed: '' } });
  const removes = editOf(doc, (copy) => firstText(copy).delete(10, 4));
  expect(examineLateEdit(standingOf(doc), late(removes))).toEqual({ status: 'fits', brought: { added: '', removed: 'was' } });
  expect(contentOf(doc, question).fields).toEqual(prose('The budget was doubled.'));
});

test('a tick counts as well, and letters at the end of a word take no word away', () => {
  const doc = documentOf('Agreed');
  expect(examineLateEdit(standingOf(doc), late(editOf(doc, (copy) => firstText(copy).insert(6, '!'))))).toMatchObject({
    brought: { added: 'Agreed!', removed: '' },
  });
  const ticked = findQuestion(msq2022, asId<QuestionId>('6'))!;
  const choice = ticked.fields.find((it) => it.kind === 'choice' || it.kind === 'choices')!;
  const empty = new Y.Doc();
  Y.applyUpdate(empty, initialUpdate(ticked));
  const tick = editOf(empty, (copy) => setChoice(copy, choice, choice.options[0]!.id, true));
  const standing = { ...standingOf(empty), question: ticked };
  expect(examineLateEdit(standing, late(tick))).toMatchObject({ brought: { added: `☑ ${choice.options[0]!.label}` } });
});

test('an edit that the answer has already brings nothing', () => {
  const doc = documentOf('Agreed.');
  const update = editOf(doc, (copy) => firstText(copy).insert(7, ' Really.'));
  Y.applyUpdate(doc, update);
  expect(examineLateEdit(standingOf(doc), late(update))).toEqual({ status: 'nothing' });
});

test('of an edit that builds on what the answer never had, the words are found', () => {
  const doc = documentOf('Agreed.');
  const elsewhere = documentOf('Something else.');
  const edit = examineLateEdit(standingOf(doc), late(editOf(elsewhere, (copy) => firstText(copy).insert(0, 'Lost and found. '))));
  expect(edit).toMatchObject({ status: 'words', brought: { added: 'Lost and found.' } });
});

test('of an edit that was kept before the history was replaced, the words are found', () => {
  const doc = documentOf('Agreed.');
  const update = editOf(doc, (copy) => firstText(copy).insert(7, ' In the old days.'));
  const edit = examineLateEdit({ ...standingOf(doc), epoch: 2 }, late(update));
  expect(edit).toMatchObject({ status: 'words', brought: { added: 'In the old days.' } });
});

test('of a document of another history those words are found that the answer does not have', () => {
  const edit = examineLateEdit(standingOf(documentOf('Agreed by all.')), {
    person: aminah,
    reason: 'older-epoch',
    update: Y.encodeStateAsUpdate(documentOf('Agreed by all. Signed in May.')),
    baseEpoch: null,
  });
  expect(edit).toMatchObject({ status: 'words', brought: { added: 'Signed in May.' } });
});

test('content under the client id of a colleague may not be applied as it is', () => {
  const doc = documentOf('Agreed.');
  const update = editOf(doc, (it) => {
    it.clientID = 77;
    firstText(it).insert(7, ' Not by him.');
  });
  expect(examineLateEdit(standingOf(doc, new Map([[77, 'aminah']])), late(update)).status).toBe('fits');
  const foreign = examineLateEdit(standingOf(doc, new Map([[77, 'badrul']])), late(update));
  expect(foreign).toMatchObject({ status: 'words', brought: { added: 'Not by him.' } });
});

test.each<[string, (copy: Y.Doc) => void]>([
  ['a part that no question has', (copy) => void copy.getMap('hidden').set('a', 1)],
  ['a node that no editor makes', (copy) => fragmentOf(copy, { field }).push([new Y.XmlElement('script')])],
  ['an attribute that no editor sets', (copy) => (fragmentOf(copy, { field }).get(0) as Y.XmlElement).setAttribute('onclick', 'x')],
  ['a link that runs', (copy) => firstText(copy).format(0, 3, { link: { href: 'javascript:alert(1)' } })],
  ['a tick that is no option', (copy) => void copy.getMap('choices').set('nothing', true)],
])('%s is never applied as it is; its words may be taken', (_title, change) => {
  const doc = documentOf('Agreed.');
  const update = editOf(doc, (copy) => {
    firstText(copy).insert(7, ' And more.');
    change(copy);
  });
  const edit = examineLateEdit(standingOf(doc), late(update));
  if (edit.status !== 'words') throw new Error(`it is ${edit.status}`);
  expect([...textsOf(question, edit.content).values()].join('')).toBe('And more.');
});
