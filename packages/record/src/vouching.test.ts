// Who is said to stand behind the signers, and what a reader must know of it.
import { expect, test } from 'vitest';
import { forge, type RecordJson, recordOf, wholeStory } from './testing/cast.ts';
import { verifyRecord } from './verify.ts';

/** The remarks on a record with one change, chained again. */
async function remarksAfter(change: (entries: RecordJson[]) => void): Promise<readonly RecordJson[]> {
  const record = await recordOf(wholeStory, 'sent');
  change(record.entries);
  const verdict = await verifyRecord(await forge(record));
  if (!verdict.ok) throw new Error(verdict.fault.code);
  return verdict.facts.vouching.filter(({ code }) => code !== 'vouched-for');
}

const officer = 'Aminah, Director (Ministry of Health)';
const inserted = (entries: RecordJson[], at: number, kind: string, by: RecordJson, details: object) =>
  entries.splice(at, 0, { ...structuredClone(entries[4]), kind, by, details, at: entries[at].at });

test('a round in which an administrator gave every role says so of each signer, and nothing else', async () => {
  expect(await remarksAfter(() => {})).toEqual([]);
});

test('a record of before vouching was kept says of each signer that it does not know', async () => {
  const remarks = await remarksAfter((entries) => entries.forEach((entry) => delete entry.by.vouchedBy));
  expect(remarks.map(({ code }) => code)).toEqual(Array(3).fill('not-vouched-for'));
});

test('a signer who vouched for themselves is named', async () => {
  const remarks = await remarksAfter((entries) => {
    for (const { by } of entries) {
      const { vouchedBy: _, ...self } = by;
      if (by.person === 'p1') by.vouchedBy = self;
    }
  });
  expect(remarks).toMatchObject([{ code: 'vouched-for-themselves', name: officer }]);
});

test('a voucher of whom no earlier entry shows that they gave a role, or might, is named', async () => {
  const badrul = (entries: RecordJson[]) => structuredClone(entries.find((it) => it.by.person === 'p2').by);
  const vouchedByBadrul = (entries: RecordJson[]) => {
    for (const entry of entries) if (entry.by.person === 'p1') entry.by.vouchedBy = { ...badrul(entries), role: 'manager' };
  };
  expect(await remarksAfter(vouchedByBadrul)).toMatchObject([{ code: 'voucher-without-right', name: officer, by: 'Badrul (MAMPU)' }]);
  // An entry by which he gives the role helps only where he had the right to: he is no manager, and of another agency.
  const gives = { person: 'p1', agency: 'moh', roles: ['clearing-officer'] };
  const withEntry = (role: string, more: (entries: RecordJson[]) => void) =>
    remarksAfter((entries) => {
      vouchedByBadrul(entries);
      inserted(entries, 5, 'member-changed', { ...badrul(entries), role }, gives);
      more(entries);
    });
  expect(await withEntry('manager', () => {})).toMatchObject([{ code: 'voucher-without-right' }]);
  expect(await withEntry('coordinator', () => {})).toEqual([]);
  const asManager = (agency: string) => (entries: RecordJson[]) =>
    Object.assign(entries[2], { details: { person: 'p2', agency, roles: ['coordinator', 'manager'] } });
  expect(await withEntry('manager', asManager('mampu'))).toMatchObject([{ code: 'voucher-without-right' }]);
});

test('a link to the account of a signer that was shown to somebody else before they signed is named, one that was sent is not', async () => {
  const linked = (details: object, at = 5) =>
    remarksAfter((entries) => inserted(entries, at, 'invitation-made', structuredClone(entries[0].by), { person: 'p1', ...details }));
  const shownTo = { person: 'p0', name: 'Dewi', title: '', agency: null, role: 'administrator', at: 1 };
  expect(await linked({ shownTo, sentTo: null })).toMatchObject([{ code: 'link-was-shown', name: officer, to: 'Dewi' }]);
  expect(await linked({ shownTo: 'Dewi' })).toMatchObject([{ code: 'link-was-shown', to: 'Dewi' }]);
  expect(await linked({ shownTo: null, sentTo: 'aminah@example.org' })).toEqual([]);
  expect(await linked({ shownTo, sentTo: null }, 11)).toEqual([]);
});
