// Proves that rights follow the decisions of every server: what was told, and what was only found in the database.
import { asId, type RoundId } from '@chancery/domain';
import { ManualClock } from '@chancery/sync/testing/manual-clock';
import { expect, it } from 'vitest';
import { lookEveryMs, RoundWatch } from './round-watch.ts';

const round = asId<RoundId>('round');

/** A database with one round, which is open on this server. */
function watched() {
  const seen = { revision: 1, isOpen: true, applied: [] as number[], found: 0, failures: 0, fails: false };
  const clock = new ManualClock();
  const watch = new RoundWatch({
    clock,
    openRounds: () => (seen.isOpen ? [round] : []),
    revisionsOf: async () => {
      if (seen.fails) throw new Error('the database is away');
      return new Map([[round, seen.revision]]);
    },
    rightsMoved: () => {},
    applyRights: async () => void seen.applied.push(seen.revision),
    found: () => (seen.found += 1),
    failed: () => (seen.failures += 1),
  });
  return { seen, watch, looks: () => clock.advance(lookEveryMs) };
}

it('a round that was opened a moment ago is asked once, since a decision may have come meanwhile', async () => {
  const { seen, watch, looks } = watched();
  using _watching = watch.begin();
  await looks();
  expect(seen.applied).toEqual([1]);
  expect(seen.found).toBe(0);
});

it('a decision that nobody told is found, and anyone who listens is told', async () => {
  const { seen, watch, looks } = watched();
  using _watching = watch.begin();
  await looks();
  expect(seen.applied).toEqual([1]);
  seen.revision = 2;
  await looks();
  expect([seen.applied, seen.found]).toEqual([[1, 2], 1]);
});

it('a decision that was told is applied once, and one that keeps all rights not at all', async () => {
  const { seen, watch, looks } = watched();
  await watch.follow({ round, revision: 1, keepsRights: false });
  seen.revision = 2;
  await watch.follow({ round, revision: 2, keepsRights: true });
  await watch.follow({ round, revision: 2, keepsRights: false });
  expect(seen.applied).toEqual([1]);
  using _watching = watch.begin();
  seen.revision = 3;
  await looks();
  expect(seen.applied).toEqual([1, 3]);
});

it('of two decisions of which only the later was told, both are applied, though it keeps all rights', async () => {
  const { seen, watch, looks } = watched();
  await watch.follow({ round, revision: 1, keepsRights: false });
  seen.revision = 3;
  await watch.follow({ round, revision: 3, keepsRights: true });
  using _watching = watch.begin();
  await looks();
  expect(seen.applied).toEqual([1, 3]);
});

it('a database that is away is asked again', async () => {
  const { seen, watch, looks } = watched();
  seen.fails = true;
  using _watching = watch.begin();
  await looks();
  expect(seen.failures).toBeGreaterThan(0);
  seen.fails = false;
  await looks();
  expect(seen.applied).toEqual([1]);
});

it('a revision that another server claims and the database does not have is not believed', async () => {
  const { seen, watch, looks } = watched();
  await watch.hear({ round, revision: 1, keepsRights: false });
  for (const keepsRights of [true, false]) await watch.hear({ round, revision: 2, keepsRights });
  for (const revision of [Number.MAX_SAFE_INTEGER, -1]) await watch.hear({ round, revision, keepsRights: false });
  expect(seen.applied).toEqual([1]);
  using _watching = watch.begin();
  seen.revision = 2;
  await looks();
  expect(seen.applied).toEqual([1, 2]);
});
