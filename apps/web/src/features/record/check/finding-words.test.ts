import { readFileSync } from 'node:fs';
import { type Finding, findingsOf, verifyRecord } from '@chancery/record';
import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { findingWords } from './finding-words.ts';

const intl = createIntl({ locale: 'en', messages: {} });

function sentenceOf(finding: Finding): string {
  const words: MessageDescriptor = findingWords[finding.code];
  return intl.formatMessage(words, { ...finding });
}

/** One finding for each code; the type fails where a code is missing or too many. */
const samples: Readonly<Record<Finding['code'], Finding>> = {
  holds: { code: 'holds' },
  'does-not-hold': { code: 'does-not-hold' },
  round: { code: 'round', title: 'Survey', country: 'Malaysia', questions: 3, phase: 'open' },
  cleared: { code: 'cleared', name: 'MOH', answers: 1 },
  accepted: { code: 'accepted', name: 'MAMPU', answers: 2 },
  'without-answer': { code: 'without-answer', name: 'MAMPU', answers: 2 },
  'not-approved': { code: 'not-approved' },
  approved: { code: 'approved', by: 'Chong', at: '2022', answers: 3 },
  sent: { code: 'sent', by: 'Badrul', at: '2022' },
  'approvals-voided': { code: 'approvals-voided', approvals: 1 },
  undecided: { code: 'undecided', questions: '1, 2' },
  entries: { code: 'entries', entries: 8, lastAt: '2022', lastHash: 'ab' },
  'may-be-cut-off': { code: 'may-be-cut-off' },
  'persons-unproven': { code: 'persons-unproven' },
  'vouched-for': { code: 'vouched-for', name: 'Aminah', by: 'Dewi' },
  'confirmed-by': { code: 'confirmed-by', name: 'Aminah', by: 'Dewi' },
  'not-vouched-for': { code: 'not-vouched-for', name: 'Aminah' },
  'vouched-for-themselves': { code: 'vouched-for-themselves', name: 'Aminah', sequence: 2 },
  'voucher-without-right': { code: 'voucher-without-right', name: 'Aminah', by: 'Dewi', sequence: 2 },
  'link-was-shown': { code: 'link-was-shown', name: 'Aminah', to: 'Dewi', sequence: 2 },
  'key-twice': { code: 'key-twice', key: 'digest', line: 12 },
  'too-large': { code: 'too-large' },
  'not-json': { code: 'not-json' },
  'too-deep': { code: 'too-deep' },
  'format-unknown': { code: 'format-unknown' },
  malformed: { code: 'malformed', part: 'entry', number: 2 },
  'no-entries': { code: 'no-entries' },
  'sequence-broken': { code: 'sequence-broken', sequence: 1200, found: 4 },
  'previous-broken': { code: 'previous-broken', sequence: 1 },
  'hash-broken': { code: 'hash-broken', sequence: 1 },
  'opening-missing': { code: 'opening-missing', sequence: 1 },
  'opening-differs': { code: 'opening-differs', sequence: 1 },
  'title-differs': { code: 'title-differs', sequence: 1 },
  'unfit-entry': { code: 'unfit-entry', sequence: 1 },
  'time-unreadable': { code: 'time-unreadable', sequence: 2 },
  'time-goes-back': { code: 'time-goes-back', sequence: 2 },
  'signer-without-right': { code: 'signer-without-right', sequence: 2, name: 'Aminah' },
  'clearance-not-asked': { code: 'clearance-not-asked', sequence: 2, question: '1', agency: 'MOH' },
  'accepted-unassigned': { code: 'accepted-unassigned', sequence: 2, question: '1' },
  'accepted-without-clearance': { code: 'accepted-without-clearance', sequence: 2, question: '1', agency: 'MOH' },
  'required-left-without-answer': { code: 'required-left-without-answer', sequence: 2, question: '1' },
  'approved-other-text': { code: 'approved-other-text', sequence: 2, question: '1' },
  'question-twice': { code: 'question-twice', question: '1' },
  'content-missing': { code: 'content-missing', question: '1' },
  'content-twice': { code: 'content-twice', question: '1' },
  'content-unknown': { code: 'content-unknown', question: '1' },
  'content-changed': { code: 'content-changed', question: '1' },
  'question-unknown': { code: 'question-unknown', sequence: 1, question: '1' },
  'accepted-text-differs': { code: 'accepted-text-differs', sequence: 1, question: '1' },
  'approval-incomplete': { code: 'approval-incomplete', sequence: 1, question: '1' },
  'approved-text-differs': { code: 'approved-text-differs', sequence: 1, question: '1' },
  'approved-without-acceptance': { code: 'approved-without-acceptance', sequence: 1, question: '1' },
  'phase-differs': { code: 'phase-differs', stated: 'sent', derived: 'open' },
};

describe('what checking a record found', () => {
  it('has a sentence for every code, and no sentence without a code', () => {
    expect(Object.keys(findingWords).toSorted()).toEqual(Object.keys(samples).toSorted());
    for (const finding of Object.values(samples)) expect(sentenceOf(finding)).toMatch(/^[A-Z\d][^{}]+\.$/);
  });

  it('prints values as they are', () => {
    expect(sentenceOf(samples['sequence-broken'])).toBe('Entry 1200 is missing or out of its place: number 4 stands there.');
    expect(sentenceOf(samples.malformed)).toBe('The record cannot be read: entry 2 does not have the shape it must have.');
    expect(sentenceOf({ code: 'malformed', part: 'round' })).toBe(
      'The record cannot be read: the round does not have the shape it must have.',
    );
  });

  it('says the same as the command line of a record that was sent', async () => {
    const file = readFileSync(new URL('../../../../../../packages/record/src/fixtures/sent-round.json', import.meta.url));
    expect(findingsOf(await verifyRecord(file)).map(sentenceOf)).toEqual([
      'This record holds: no entry and no answer in it was changed.',
      'E-Government Survey 2022, Malaysia: 3 questions, phase "sent".',
      'Cleared by Ministry of Health: 1 answer.',
      'Accepted by Badrul (MAMPU): 1 answer.',
      'Left without an answer by Badrul (MAMPU): 1 answer.',
      'Approved by Chong, Director General (MAMPU) at 2022-03-01T09:10:00.000Z: exactly the 3 answers in this file.',
      'Sent at 2022-03-01T09:11:00.000Z, recorded by Badrul (MAMPU).',
      'Vouched for Aminah, Director (Ministry of Health): Dewi.',
      'Vouched for Badrul (MAMPU): Dewi.',
      'Vouched for Chong, Director General (MAMPU): Dewi.',
      '12 entries, the last at 2022-03-01T09:11:00.000Z with hash 0a8c0746fe8d29632105eedfdbb2e1b90d724e16ec3b42fbf3a46f4a70734eb0.',
      'A chain cannot show that its last entries were cut off: compare this count and this hash with those noted elsewhere.',
      'Nor can it show that the persons named in it were who they said: that rests on those who let them in.',
    ]);
  });
});
