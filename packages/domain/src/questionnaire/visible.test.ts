import { expect, test } from 'vitest';
import { markNoAnswer, returnToDrafting } from '../answer/sign-off.ts';
import { reasonOfSettlement } from '../answer/proposal.ts';
import { asId, type FieldId, type OptionId, type RowId } from '../id.ts';
import { optionalQuestion, question, ready, textField } from '../testing/cast.ts';
import { type AnswerContent, completenessOf, doubtsOf, type FieldValue, isEmptyContent } from './content.ts';
import type { Field, Question } from './questionnaire.ts';
import { isVisible } from './visible.ts';

const unseen = [
  '',
  ' ',
  '\u00a0',
  '\u2003\u3000\u1680',
  '\t\n\u2028\u0085',
  '\u200b',
  '\u200c\u200d\u200e\u200f',
  '\u00ad',
  '\u2060\u2064',
  '\u3164',
  '\u2800',
  '\ufeff',
  '\u180e',
  '\u115f',
  '\u1160',
  '\uffa0',
  '\u034f',
  '\u061c',
  '\ufe0f',
  '\u{e0100}',
  '\u{e0041}\u{e007f}',
  '\u202e\u2066',
  '\ufff9\ufffb',
  '\ud800',
  '\u0000\u001f',
  '\u17b4',
];
const seen = ['a', '.', '-', '0', 'ا', '漢', 'ก', '😀', '\u0600', '…', '\ufffd', '\u200bx', '—'];

const field = asId<FieldId>('f');
const other = asId<OptionId>('other');
const row = asId<RowId>('r');
const base = { id: field, label: null, hint: null, isRequired: true, expectedWhen: null } as const;

function asked(of: Field): Question {
  return { ...question, fields: [of] };
}

function holding(value: FieldValue): AnswerContent {
  return { question: question.id, fields: { [field]: value } };
}

const paragraphs = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const choices: Field = { ...base, kind: 'choices', isRequired: false, options: [{ id: other, label: 'Other', text: 'other' }] };

const holders: readonly (readonly [string, Question, (text: string) => AnswerContent])[] = [
  ['a line', asked({ ...base, kind: 'line', format: 'plain' }), (text) => holding({ kind: 'line', text })],
  ['prose', asked({ ...base, kind: 'text' }), (text) => holding({ kind: 'text', prose: paragraphs(text) })],
  [
    'a row of a grid',
    asked({ ...base, kind: 'grid', rows: [{ id: row, label: 'Row' }] }),
    (text) => holding({ kind: 'grid', rows: { [row]: paragraphs(text) } }),
  ],
];

test.each(holders)('C4: what cannot be seen is nothing in %s', (_, of, content) => {
  for (const text of unseen) {
    expect(completenessOf(of, content(text)).empty, JSON.stringify(text)).toEqual([field]);
    expect(isEmptyContent(content(text))).toBe(true);
  }
  for (const text of seen) {
    expect(completenessOf(of, content(text)).empty, JSON.stringify(text)).toEqual([]);
    expect(isEmptyContent(content(text))).toBe(false);
  }
});

test('C4: what cannot be seen is no reason in words', () => {
  for (const text of unseen) {
    expect(isVisible(text), JSON.stringify(text)).toBe(false);
    expect(returnToDrafting(ready, 'other', text)).toEqual({ ok: false, refusal: { code: 'reason-needs-text' } });
    expect(reasonOfSettlement('declined', text)).toEqual({ ok: false, refusal: { code: 'reason-needs-text' } });
  }
  for (const text of seen) expect(returnToDrafting(ready, 'other', text).ok, JSON.stringify(text)).toBe(true);
});

test('C4: an answer of which nothing can be seen may be closed without an answer', () => {
  const blank = { question: optionalQuestion.id, fields: { [textField]: { kind: 'text', prose: paragraphs('\u200b') } } } as const;
  expect(markNoAnswer({ ...ready, question: optionalQuestion, isEmpty: isEmptyContent(blank) }).ok).toBe(true);
});

test('C5: an "other" that is ticked needs words, also where the field is not required', () => {
  const ticked = (words?: string) =>
    holding({ kind: 'choice', chosen: [other], ...(words === undefined ? {} : { remarks: { [other]: words } }) });
  expect(completenessOf(asked(choices), ticked()).empty).toEqual([field]);
  for (const text of unseen) expect(completenessOf(asked(choices), ticked(text)).empty).toEqual([field]);
  expect(completenessOf(asked(choices), ticked('rolling plans')).empty).toEqual([]);
  expect(completenessOf(asked(choices), holding({ kind: 'choice', chosen: [] })).empty).toEqual([]);
});

test('C6: words beside an option that is not ticked are a doubt, unless the ticks are to be confirmed', () => {
  const words = { remarks: { [other]: 'left here' } };
  expect(doubtsOf(asked(choices), holding({ kind: 'choice', chosen: [], ...words })).unticked).toEqual([field]);
  expect(doubtsOf(asked(choices), holding({ kind: 'choice', chosen: [other], ...words })).unticked).toEqual([]);
  expect(doubtsOf(asked(choices), holding({ kind: 'choice', chosen: [], toConfirm: true, ...words })).unticked).toEqual([]);
});

test.each([
  [
    'email',
    ['a@b.org', 'Ann <ann.b@mail.example.org>', 'a@b.org; c@d.org', 'имя@пример.рф'],
    ['a at b.org', 'none', 'a@b', '@b.org', 'www.b.org'],
  ],
  [
    'url',
    ['https://b.org/x?y', 'http://localhost.test', 'www.b.org', 'b.gov.my', 'see b.org/x'],
    ['none', 'n/a', 'http://', 'in preparation.'],
  ],
] as const)('C6: a field for an address (%s) that holds none is a doubt', (format, right, wrong) => {
  const of = asked({ ...base, kind: 'line', format });
  const malformed = (text: string) => doubtsOf(of, holding({ kind: 'line', text })).malformed;
  for (const text of right) expect(malformed(text), text).toEqual([]);
  for (const text of wrong) expect(malformed(text), text).toEqual([field]);
  expect(malformed('\u200b')).toEqual([]);
});
