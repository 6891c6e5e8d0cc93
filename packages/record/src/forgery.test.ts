// Records by somebody who knows the format and chains the entries again: what shows without a key.
import { expect, test } from 'vitest';
import { digestOf } from './canonical-json.ts';
import { forge, type RecordJson, recordOf, type Step, wholeStory } from './testing/cast.ts';
import { verifyRecord } from './verify.ts';

async function faultOf(file: unknown): Promise<unknown> {
  const verdict = await verifyRecord(file);
  return verdict.ok ? null : verdict.fault;
}

/** The whole story with one change, chained again. */
async function forged(change: (record: RecordJson, entry: (kind: string) => RecordJson) => void): Promise<RecordJson> {
  const record = await recordOf(wholeStory, 'sent');
  change(record, (kind) => record.entries.findLast((it: RecordJson) => it.kind === kind));
  return forge(record);
}

const other = 'f'.repeat(64);

test.each<[string, Parameters<typeof forged>[0], object]>([
  [
    'a clearance of another text',
    (_, entry) => (entry('cleared').scope[0].digest = other),
    { code: 'accepted-without-clearance', question: '1', agency: 'Ministry of Health' },
  ],
  [
    'an acceptance of another text',
    (_, entry) => (entry('accepted').scope[0].digest = other),
    { code: 'accepted-without-clearance', question: '1' },
  ],
  [
    'an assignment that asks a second agency',
    (_, entry) => (entry('assigned').details.contributors[0].mustClear = true),
    { code: 'accepted-without-clearance', question: '1', agency: 'MAMPU' },
  ],
  [
    'an assignment to another agency',
    (_, entry) => (entry('assigned').details.leadingAgency = 'mampu'),
    { code: 'clearance-not-asked', agency: 'Ministry of Health' },
  ],
  ['an assignment without its question', (_, entry) => delete entry('assigned').details.question, { code: 'unfit-entry', sequence: 5 }],
  ['an assignment whose contributors are no list', (_, entry) => (entry('assigned').details.contributors = 1), { code: 'unfit-entry' }],
  [
    'an assignment that does not say who must clear',
    (_, entry) => delete entry('assigned').details.contributors[0].mustClear,
    { code: 'unfit-entry' },
  ],
  [
    'a clearance by somebody of another agency',
    (_, entry) => (entry('cleared').by = { ...entry('cleared').by, person: 'p2' }),
    { code: 'signer-without-right', sequence: 8, name: 'Aminah' },
  ],
  [
    'a clearance by somebody who is no member',
    (_, entry) => (entry('cleared').by = { ...entry('cleared').by, person: 'p9', name: 'Nobody' }),
    { code: 'signer-without-right', name: 'Nobody' },
  ],
  [
    'a clearance by somebody who was taken out before',
    (_, entry) => Object.assign(entry('returned'), { kind: 'member-removed', details: { person: 'p1' }, scope: [] }),
    { code: 'signer-without-right', sequence: 8, name: 'Aminah' },
  ],
  [
    'a clearance by somebody whose roles were changed before',
    (_, entry) =>
      Object.assign(entry('returned'), { kind: 'member-changed', details: { person: 'p1', agency: 'moh', roles: ['drafter'] }, scope: [] }),
    { code: 'signer-without-right', sequence: 8, name: 'Aminah' },
  ],
  [
    'a clearance by somebody who was only named for it',
    (_, entry) =>
      Object.assign(entry('returned'), {
        kind: 'member-named',
        details: { person: 'p1', agency: 'moh', roles: [], named: ['clearing-officer'] },
        scope: [],
      }),
    { code: 'signer-without-right', sequence: 8, name: 'Aminah' },
  ],
  [
    'an acceptance by a coordinator of the agency that no longer leads',
    (_, entry) => Object.assign(entry('returned'), { kind: 'lead-agency-changed', details: { noLongerCoordinators: ['p2'] }, scope: [] }),
    { code: 'signer-without-right', sequence: 9, name: 'Badrul' },
  ],
  ['a clearance by a coordinator', (_, entry) => (entry('cleared').by.role = 'coordinator'), { code: 'signer-without-right' }],
  ['an acceptance by a drafter', (_, entry) => (entry('accepted').by.role = 'drafter'), { code: 'signer-without-right' }],
  ['an approval by the coordinator', (_, entry) => (entry('approved').by = entry('accepted').by), { code: 'signer-without-right' }],
  [
    'a clearance that names another agency than its signer',
    (_, entry) => (entry('cleared').details = { agency: 'mampu' }),
    { code: 'clearance-not-asked' },
  ],
  ['an acceptance of nothing', (_, entry) => (entry('accepted').scope = []), { code: 'unfit-entry', sequence: 9 }],
  ['an approval without a question', (_, entry) => entry('approved').scope.pop(), { code: 'approval-incomplete', question: 'consent' }],
  [
    'an approval of other texts than were accepted',
    (_, entry) => (entry('approved').scope[0].digest = other),
    { code: 'approved-other-text', question: '1' },
  ],
  [
    'an approval that names a question twice',
    (_, entry) => entry('approved').scope.push({ question: '1', digest: other }),
    { code: 'unfit-entry', sequence: 11 },
  ],
  [
    'a required question without an answer',
    (record) => (record.questionnaire.sections[0].questions[1].isRequired = true),
    { code: 'opening-differs' },
  ],
  ['times that go back', (_, entry) => (entry('cleared').at = '2022-03-01T08:59:59.999Z'), { code: 'time-goes-back', sequence: 8 }],
  ['a time of another form', (_, entry) => (entry('cleared').at = '2022-03-01'), { code: 'time-unreadable', sequence: 8 }],
  ['a day that does not exist', (_, entry) => (entry('cleared').at = '2022-02-31T09:00:00.000Z'), { code: 'time-unreadable' }],
  ['an entry that opens the round again', (_, entry) => (entry('returned').kind = 'round-opened'), { code: 'unfit-entry', sequence: 7 }],
])('%s shows', async (_name, change, fault) => {
  expect(await faultOf(await forged(change))).toMatchObject(fault);
});

test('a required question that is left without an answer shows, also in a round that was opened with it', async () => {
  const record = await forged((it) => (it.questionnaire.sections[0].questions[1].isRequired = true));
  record.entries[0].details.questionnaire = await digestOf(record.questionnaire);
  expect(await faultOf(await forge(record))).toMatchObject({ code: 'required-left-without-answer', question: '2' });
});

test('nothing can be cleared, accepted, assigned or returned in a round that is approved', async () => {
  const approved = wholeStory.slice(0, -1);
  const digestless: readonly Step[] = [
    { kind: 'cleared', by: 'officer', about: ['1'] },
    { kind: 'accepted', by: 'coordinator', about: ['1'] },
    { kind: 'no-answer', by: 'coordinator', about: ['2'] },
    { kind: 'returned', by: 'coordinator', about: ['1'] },
    { kind: 'assigned', by: 'coordinator', details: { question: '2', leadingAgency: 'moh', contributors: [] } },
    { kind: 'approved', by: 'respondent', about: ['1', '2', 'consent'] },
    { kind: 'approval-voided', by: 'coordinator' },
    { kind: 'reopened', by: 'coordinator', about: ['1'] },
  ];
  for (const step of digestless) {
    expect(await faultOf(await recordOf([...approved, step], 'approved')), step.kind).toEqual({ code: 'unfit-entry', sequence: 12 });
  }
});

test('nothing is cleared, accepted, assigned or reopened against what stands of the answer', async () => {
  const accepted = wholeStory.slice(0, 4);
  const assigned = { question: '1', leadingAgency: 'moh', contributors: [] };
  for (const step of [
    { kind: 'cleared', by: 'officer', about: ['1'] },
    { kind: 'accepted', by: 'coordinator', about: ['1'] },
    { kind: 'assigned', by: 'coordinator', details: assigned },
    { kind: 'reopened', by: 'coordinator', about: ['2'] },
    { kind: 'returned', by: 'coordinator', about: ['2'] },
  ] as const) {
    expect(await faultOf(await recordOf([...accepted, step], 'open')), step.kind).toEqual({ code: 'unfit-entry', sequence: 10 });
  }
  const early: Step = { kind: 'accepted', by: 'coordinator', about: ['2'] };
  expect(await faultOf(await recordOf([early], 'open'))).toEqual({ code: 'accepted-unassigned', sequence: 6, question: '2' });
});

test('what was cleared before a return or a reopening does not count for an acceptance after it', async () => {
  const [cleared, returned] = wholeStory as [Step, Step];
  const acceptance: Step = { kind: 'accepted', by: 'coordinator', about: ['1'] };
  expect(await faultOf(await recordOf([cleared, acceptance], 'open'))).toBeNull();
  for (const back of [[returned], [acceptance, { ...returned, kind: 'reopened' }]]) {
    expect(await faultOf(await recordOf([cleared, ...back, acceptance], 'open'))).toMatchObject({ code: 'accepted-without-clearance' });
  }
});

test('an assignment decides who had to clear at the instant of the acceptance', async () => {
  const [cleared, , , accepted] = wholeStory as [Step, Step, Step, Step];
  const assigned = (mustClear: boolean): Step => ({
    kind: 'assigned',
    by: 'coordinator',
    details: { question: '1', leadingAgency: 'moh', contributors: [{ agency: 'mampu', mustClear }] },
  });
  expect(await faultOf(await recordOf([assigned(true), cleared, accepted], 'open'))).toMatchObject({ agency: 'MAMPU' });
  expect(await faultOf(await recordOf([assigned(true), cleared, assigned(false), accepted], 'open'))).toBeNull();
});

test('a signer who was named and then confirmed signs with right', async () => {
  const person = { person: 'p1', agency: 'moh' };
  const named: Step = { kind: 'member-named', by: 'coordinator', details: { ...person, roles: [], named: ['clearing-officer'] } };
  const confirmed: Step = { kind: 'member-confirmed', by: 'administrator', details: { ...person, roles: ['clearing-officer'], named: [] } };
  expect(await faultOf(await recordOf([named, confirmed, ...wholeStory], 'sent'))).toBeNull();
});

test('a record of a program that entered no members tells nothing of them', async () => {
  const record = await recordOf(wholeStory, 'sent');
  for (const entry of record.entries) if (entry.kind === 'member-added') entry.kind = 'said-something';
  expect(await faultOf(await forge(record))).toBeNull();
});

test('a key that stands twice shows at every place of the file, whatever stands under it', async () => {
  const record = await recordOf(wholeStory, 'sent');
  const text = JSON.stringify(record, null, 1);
  let keys = 0;
  for (const { index, 0: found, 1: key } of text.matchAll(/("[a-zA-Z0-9-]+"): /g)) {
    const twice = `${text.slice(0, index)}${found}null,${text.slice(index)}`;
    // Others read the first, we the last: nothing in the parsed value tells.
    expect(JSON.parse(twice)).toEqual(record);
    expect(await faultOf(twice)).toMatchObject({ code: 'key-twice', key: JSON.parse(key as string) });
    keys += 1;
  }
  expect(keys).toBeGreaterThan(150);
});
