import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from './canonical-json.ts';
import { findingsOf } from './findings.ts';
import { forge, type RecordJson, recordOf, type Step, wholeStory } from './testing/cast.ts';
import { verifyRecord } from './verify.ts';

const golden = new URL('./fixtures/sent-round.json', import.meta.url);

async function faultOf(record: RecordJson): Promise<unknown> {
  const verdict = await verifyRecord(record);
  return verdict.ok ? null : verdict.fault;
}

test('the record of a round that was sent holds, and says who gave their word for what', async () => {
  expect(findingsOf(await verifyRecord(readFileSync(golden)))).toEqual([
    { code: 'holds' },
    { code: 'round', title: 'E-Government Survey 2022', country: 'Malaysia', questions: 3, phase: 'sent' },
    { code: 'cleared', name: 'Ministry of Health', answers: 1 },
    { code: 'accepted', name: 'Badrul (MAMPU)', answers: 1 },
    { code: 'without-answer', name: 'Badrul (MAMPU)', answers: 1 },
    { code: 'approved', by: 'Chong, Director General (MAMPU)', at: '2022-03-01T09:10:00.000Z', answers: 3 },
    { code: 'sent', by: 'Badrul (MAMPU)', at: '2022-03-01T09:11:00.000Z' },
    { code: 'vouched-for', name: 'Aminah, Director (Ministry of Health)', by: 'Dewi' },
    { code: 'vouched-for', name: 'Badrul (MAMPU)', by: 'Dewi' },
    { code: 'vouched-for', name: 'Chong, Director General (MAMPU)', by: 'Dewi' },
    {
      code: 'entries',
      entries: 12,
      lastAt: '2022-03-01T09:11:00.000Z',
      lastHash: '0a8c0746fe8d29632105eedfdbb2e1b90d724e16ec3b42fbf3a46f4a70734eb0',
    },
    { code: 'may-be-cut-off' },
    { code: 'persons-unproven' },
  ]);
});

test('a record written today is the one that was written with this format before', async () => {
  expect(await recordOf(wholeStory, 'sent')).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

test('an open round holds, and names the questions for whose text nothing vouches', async () => {
  const verdict = await verifyRecord(await recordOf(wholeStory.slice(0, 4), 'open'));
  expect(verdict).toMatchObject({ ok: true, facts: { undecided: ['2', 'consent'], approval: null, accepted: [{ answers: 1 }] } });
});

test('a reopened answer takes its acceptance and the approval with it', async () => {
  const reopening: readonly Step[] = [
    { kind: 'reopened', by: 'coordinator', about: ['1'] },
    { kind: 'approval-voided', by: 'coordinator' },
  ];
  const verdict = await verifyRecord(await recordOf([...wholeStory, ...reopening], 'open'));
  expect(verdict).toMatchObject({ ok: true, facts: { voidedApprovals: 1, approval: null, sending: null, cleared: [], accepted: [] } });
});

test('a change at any place of the file is found', async () => {
  const record = await recordOf(wholeStory, 'sent');
  const places = pathsOf(record);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), async (path, value) => {
      const changed = structuredClone(record);
      const holder = path.slice(0, -1).reduce((it, key) => it[key], changed);
      const key = path.at(-1)!;
      fc.pre(JSON.stringify(holder[key]) !== JSON.stringify(value));
      holder[key] = value;
      expect(await faultOf(changed)).not.toBeNull();
    }),
    { numRuns: 400 },
  );
});

test('a value taken out of the file at any place is missed', async () => {
  const record = await recordOf(wholeStory, 'sent');
  for (const path of pathsOf(record)) {
    const changed = structuredClone(record);
    const holder = path.slice(0, -1).reduce((it, key) => it[key], changed);
    if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1);
    else delete holder[path.at(-1)!];
    // The last entry alone can be cut off unseen by the chain; here the phase tells.
    expect(await faultOf(changed), path.join('.')).not.toBeNull();
  }
});

function pathsOf(value: RecordJson, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.keys(value).flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])]);
}

test('the first broken entry is named', async () => {
  const record = await recordOf(wholeStory, 'sent');
  record.entries[7].words = 'Other words.';
  expect(await faultOf(record)).toEqual({ code: 'hash-broken', sequence: 8 });
  const { hash: _, ...entry } = record.entries[7];
  record.entries[7].hash = await digestOf(entry);
  expect(await faultOf(record)).toEqual({ code: 'previous-broken', sequence: 9 });
});

test('entries out of order are named', async () => {
  const record = await recordOf(wholeStory, 'sent');
  record.entries.splice(6, 1);
  expect(await faultOf(record)).toEqual({ code: 'sequence-broken', sequence: 7, found: 8 });
});

test('an answer that was changed together with its digest is not the accepted one', async () => {
  const record = await recordOf(wholeStory, 'sent');
  record.contents[0].content.fields.text.text = 'Another answer';
  expect(await faultOf(record)).toEqual({ code: 'content-changed', question: '1' });
  record.contents[0].digest = await digestOf(record.contents[0].content);
  expect(await faultOf(record)).toEqual({ code: 'accepted-text-differs', sequence: 9, question: '1' });
});

test('an approval covers every question with its text', async () => {
  const withoutConsent = wholeStory.map((step) => (step.kind === 'approved' ? { ...step, about: ['1', '2'] as const } : step));
  expect(await faultOf(await recordOf(withoutConsent, 'sent'))).toEqual({ code: 'approval-incomplete', sequence: 11, question: 'consent' });
  const record = await recordOf(wholeStory, 'sent');
  record.contents[2].content.fields.tick.chosen = ['no'];
  record.contents[2].digest = await digestOf(record.contents[2].content);
  expect(await faultOf(record)).toEqual({ code: 'approved-text-differs', sequence: 11, question: 'consent' });
});

test('an approval of an answer that was not accepted before does not hold', async () => {
  const unaccepted = wholeStory.filter((step) => step.kind !== 'no-answer');
  expect(await faultOf(await recordOf(unaccepted, 'sent'))).toEqual({ code: 'approved-without-acceptance', sequence: 10, question: '2' });
  const afterwards: readonly Step[] = [...unaccepted, { kind: 'no-answer', by: 'coordinator', about: ['2'] }];
  expect(await faultOf(await recordOf(afterwards, 'sent'))).toEqual({ code: 'approved-without-acceptance', sequence: 10, question: '2' });
});

test('the phase of the file is that of its entries', async () => {
  expect(await faultOf(await recordOf(wholeStory, 'approved'))).toEqual({ code: 'phase-differs', stated: 'approved', derived: 'sent' });
});

test('a sending without an approval, or a second one, cannot follow', async () => {
  expect(await faultOf(await recordOf([{ kind: 'sent', by: 'coordinator' }], 'sent'))).toEqual({ code: 'unfit-entry', sequence: 6 });
  expect(await faultOf(await recordOf([...wholeStory, { kind: 'sent', by: 'coordinator' }], 'sent'))).toEqual({
    code: 'unfit-entry',
    sequence: 13,
  });
});

test('a new title is the one of the entry that gave it', async () => {
  const record = await recordOf([{ kind: 'round-changed', by: 'coordinator', details: { title: 'Survey' } }], 'open');
  expect(await faultOf(record)).toEqual({ code: 'title-differs', sequence: 6 });
  record.round.title = 'Survey';
  expect(await faultOf(record)).toBeNull();
});

test('the questionnaire is the one the round was opened with, even in a record chained again', async () => {
  const record = await recordOf(wholeStory, 'sent');
  record.questionnaire.sections[0].questions[0].text = 'Another question';
  expect(await faultOf(await forge(record))).toEqual({ code: 'opening-differs', sequence: 1 });
});

test('a question without an answer, with two, or an answer without a question is named', async () => {
  const missing = await recordOf(wholeStory, 'sent');
  missing.contents.pop();
  expect(await faultOf(missing)).toEqual({ code: 'content-missing', question: 'consent' });
  const twice = await recordOf(wholeStory, 'sent');
  twice.contents.push(twice.contents[0]);
  expect(await faultOf(twice)).toEqual({ code: 'content-twice', question: '1' });
  const foreign = await recordOf([{ kind: 'cleared', by: 'officer', about: ['1'] }], 'open');
  foreign.entries[5].scope[0].question = '__proto__';
  expect(await faultOf(await forge(foreign))).toEqual({ code: 'question-unknown', sequence: 6, question: '__proto__' });
});

test('a record cut off after any entry that leaves the phase as it was shows only in count and hash', async () => {
  const whole = await verifyRecord(await recordOf(wholeStory.slice(0, 5), 'open'));
  const cut = await verifyRecord(await recordOf(wholeStory.slice(0, 4), 'open'));
  if (!whole.ok || !cut.ok) throw new Error('both hold');
  expect(cut.facts.entries).toBe(whole.facts.entries - 1);
  expect(cut.facts.lastHash).not.toBe(whole.facts.lastHash);
});

test('whatever the file is, there is a verdict on it and a finding to say', async () => {
  const hostile: readonly unknown[] = [
    undefined,
    null,
    1,
    '',
    '{',
    '[]',
    '{"format":"chancery-record/2"}',
    new Uint8Array([0xff, 0xfe]),
    '['.repeat(1_000_000),
    `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
    `{"format":"chancery-record/1","x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    '{"format":"chancery-record/1","round":{"id":"\\ud800"}}',
    '{"format":"chancery-record/1","n":1e999}',
    { format: 'chancery-record/1', f: () => 1 },
    { ...(await recordOf([], 'open')), entries: [] },
  ];
  for (const file of hostile) {
    const verdict = await verifyRecord(file);
    expect(verdict.ok).toBe(false);
    expect(findingsOf(verdict)).toEqual([{ code: 'does-not-hold' }, expect.objectContaining({ code: expect.any(String) })]);
    expect(findingsOf(verdict).flatMap((it) => Object.values(it))).not.toContain(undefined);
  }
  await fc.assert(
    fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (file) => {
      expect((await verifyRecord(file)).ok).toBe(false);
    }),
  );
});

test('names in the file cannot drive the terminal', async () => {
  const record = await recordOf([{ kind: 'round-changed', by: 'coordinator', details: { title: 'a\u001b[2Jb\u202e' } }], 'open');
  record.round.title = 'a\u001b[2Jb\u202e';
  expect(findingsOf(await verifyRecord(record))[1]).toMatchObject({ code: 'round', title: 'a\ufffd[2Jb\ufffd' });
});
