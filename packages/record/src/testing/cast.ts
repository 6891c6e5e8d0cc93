// The small round that the record's tests tell of: three questions, two agencies, one respondent.
import { chainEntry, genesisHash, openingDetails } from '../chain.ts';
import { digestOf } from '../canonical-json.ts';

const round = { id: 'r1', title: 'E-Government Survey 2022', country: 'Malaysia' };

const questionnaire = {
  id: 'small',
  version: 1,
  title: 'A small questionnaire',
  sections: [
    { id: 'A', questions: [question('1', 'agencies'), question('2', 'agencies')] },
    { id: 'end', questions: [question('consent', 'respondent')] },
  ],
};

function question(id: string, answeredBy: string): { readonly id: string; readonly answeredBy: string; readonly text: string } {
  return { id, answeredBy, text: `Question ${id}, as printed` };
}

const texts = {
  '1': { question: '1', fields: { text: { kind: 'line', text: 'MAMPU · Unit Pemodenan' } } },
  '2': { question: '2', fields: {} },
  consent: { question: 'consent', fields: { tick: { kind: 'choice', chosen: ['yes'] } } },
};
type QuestionName = keyof typeof texts;

const health = { id: 'moh', name: 'Ministry of Health' };
const lead = { id: 'mampu', name: 'MAMPU' };
const administrator = { person: 'p0', name: 'Dewi', title: '', agency: null, role: 'administrator' };
const vouching = { vouchedBy: { ...administrator, at: Date.UTC(2022, 2, 1, 9) }, confirmedBy: null };
const people = {
  administrator,
  officer: { person: 'p1', name: 'Aminah', title: 'Director', agency: health, role: 'clearing-officer', ...vouching },
  coordinator: { person: 'p2', name: 'Badrul', title: '', agency: lead, role: 'coordinator', ...vouching },
  respondent: { person: 'p3', name: 'Chong', title: 'Director General', agency: lead, role: 'authorized-respondent', ...vouching },
};

/** One step of a story: who does what about which questions. */
export interface Step {
  readonly kind: string;
  readonly by: keyof typeof people;
  readonly about?: readonly QuestionName[];
  readonly details?: Readonly<Record<string, unknown>>;
}

const all: readonly QuestionName[] = ['1', '2', 'consent'];

const assignment = { question: '1', leadingAgency: health.id, contributors: [{ agency: lead.id, mustClear: false }], dueAt: null };

/** How every round begins: its people, and who answers question 1. */
const beginning: readonly Step[] = [
  ...Object.values(people)
    .slice(1)
    .map(
      ({ person, agency, role }): Step => ({
        kind: 'member-added',
        by: 'administrator',
        details: { person, agency: agency?.id, roles: [role] },
      }),
    ),
  { kind: 'assigned', by: 'coordinator', details: assignment },
];

/** From the beginning to the sending, with one return on the way. */
export const wholeStory: readonly Step[] = [
  { kind: 'cleared', by: 'officer', about: ['1'] },
  { kind: 'returned', by: 'coordinator', about: ['1'], details: { reason: 'unclear', text: '' } },
  { kind: 'cleared', by: 'officer', about: ['1'] },
  { kind: 'accepted', by: 'coordinator', about: ['1'] },
  { kind: 'no-answer', by: 'coordinator', about: ['2'] },
  { kind: 'approved', by: 'respondent', about: all },
  { kind: 'sent', by: 'coordinator' },
];

export type RecordJson = ReturnType<typeof JSON.parse>;

/** The record file of a story. It begins with the opening of the round, its people and an assignment; `phase` is what the file claims. */
export async function recordOf(steps: readonly Step[], phase: 'open' | 'approved' | 'sent'): Promise<RecordJson> {
  const contents = await Promise.all(all.map(async (id) => ({ question: id, digest: await digestOf(texts[id]), content: texts[id] })));
  const opening: Step = { kind: 'round-opened', by: 'administrator', details: await openingDetails({ round, questionnaire }) };
  const entries = [];
  let previous = genesisHash;
  for (const [index, { kind, by, about = [], details = {} }] of [opening, ...beginning, ...steps].entries()) {
    const scope = contents.filter((it) => about.includes(it.question)).map(({ question: id, digest }) => ({ question: id, digest }));
    const at = new Date(Date.UTC(2022, 2, 1, 9, index)).toISOString();
    const draft = { kind, by: people[by], words: `${kind}.`, scope, authentication: { method: 'password', at: Date.parse(at) }, details };
    const entry = await chainEntry(draft, { sequence: index + 1, at, previous });
    entries.push(entry);
    previous = entry.hash;
  }
  return structuredClone({ format: 'chancery-record/1', round: { ...round, phase }, questionnaire, contents, entries });
}

/** Chains the entries again, as somebody would who changed one and knows how. */
export async function forge(record: RecordJson): Promise<RecordJson> {
  let previous = genesisHash;
  for (const [index, { hash: _, ...entry }] of record.entries.entries()) {
    record.entries[index] = await chainEntry(entry, { sequence: index + 1, at: entry.at, previous });
    previous = record.entries[index].hash;
  }
  return record;
}
