import { asId, type AgencyId, type Assignment, type Day } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { assignmentChanges, isUnchanged } from './assignment-changes.ts';
import { assignmentOf, draftFrom } from './assignment-draft.ts';

const [health, finance, women] = ['health', 'finance', 'women'].map((id) => asId<AgencyId>(id)) as [AgencyId, AgencyId, AgencyId];
const dueDay = asId<Day>('2027-05-28');
const assignment: Assignment = { leadingAgency: health, contributors: [{ agency: finance, mustClear: true }], dueDay };

describe('the preview of an assignment', () => {
  it('of an unassigned question says who leads and nothing about a former one', () => {
    const changes = assignmentChanges(null, assignment);
    expect(changes).toMatchObject({
      leading: { from: null, to: health },
      added: [finance],
      nowClears: [finance],
      removed: [],
      due: { to: dueDay },
    });
  });

  it('says nothing when nothing would be different', () => {
    expect(isUnchanged(assignmentChanges(assignment, structuredClone(assignment)))).toBe(true);
  });

  it('tells joining, leaving and a changed duty to clear apart', () => {
    const after = {
      ...assignment,
      contributors: [
        { agency: finance, mustClear: false },
        { agency: women, mustClear: true },
      ],
    };
    expect(assignmentChanges(assignment, after)).toEqual({
      leading: null,
      added: [women],
      removed: [],
      nowClears: [women],
      clearsNoMore: [finance],
      due: null,
    });
  });

  it('does not say of a contributor who now leads that it leaves', () => {
    const after: Assignment = { leadingAgency: finance, contributors: [], dueDay: null };
    expect(assignmentChanges(assignment, after)).toMatchObject({ leading: { from: health, to: finance }, removed: [], due: { to: null } });
  });
});

describe('the assign dialog', () => {
  it('gives back the assignment it was opened with', () => {
    expect(assignmentOf(draftFrom([assignment]))).toEqual(assignment);
  });

  it('is filled with what the questions share and left empty where they differ', () => {
    const other: Assignment = { leadingAgency: health, contributors: [], dueDay: null };
    const draft = draftFrom([assignment, other]);
    expect(draft.leading).toBe(health);
    expect(draft.contributions.size).toBe(0);
    expect(draft.day).toBe('');
  });

  it('makes no assignment while no agency leads, and never names the leading agency twice', () => {
    const draft = draftFrom([assignment]);
    expect(assignmentOf({ ...draft, leading: null })).toBeNull();
    expect(assignmentOf({ ...draft, leading: finance })?.contributors).toEqual([]);
  });

  it('sets the day that was chosen, or none', () => {
    const changed = assignmentOf({ ...draftFrom([assignment]), day: '2027-06-01' });
    expect(changed?.dueDay).toBe('2027-06-01');
    expect(assignmentOf({ ...draftFrom([assignment]), day: '' })?.dueDay).toBeNull();
  });
});
