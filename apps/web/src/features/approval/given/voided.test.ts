import type { EntryKind, RecordEntry } from '@chancery/domain';
import { expect, it } from 'vitest';
import { lastVoidedApproval, standingApproval } from './voided.ts';

const record = (...kinds: EntryKind[]): readonly RecordEntry[] =>
  kinds.map((kind, at) => ({ kind, sequence: at + 1, at: `2026-11-0${at + 1}T00:00:00.000Z` }) as RecordEntry);

it('finds no void approval where none was given or all stand', () => {
  expect(lastVoidedApproval(record('round-opened', 'accepted'))).toBeNull();
  expect(lastVoidedApproval(record('round-opened', 'approved', 'sent'))).toBeNull();
});

it('names the approval that is void and says that none followed', () => {
  const entries = record('approved', 'reopened', 'approval-voided', 'accepted');
  expect(lastVoidedApproval(entries)).toMatchObject({ entry: { sequence: 3 }, givenAt: '2026-11-01T00:00:00.000Z', isLast: true });
  expect(standingApproval(entries)).toBeNull();
});

it('says of a void approval that a later one stands', () => {
  const entries = record('approved', 'approval-voided', 'accepted', 'approved');
  expect(lastVoidedApproval(entries)).toMatchObject({ isLast: false });
  expect(standingApproval(entries)?.sequence).toBe(4);
});
