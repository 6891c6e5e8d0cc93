import { expect, it } from 'vitest';
import { isUnavailable, openStore } from './index.ts';

it.each(['57P01', '08006', 'ECONNREFUSED', 'SQLITE_FULL', 'SQLITE_BUSY_SNAPSHOT'])(
  '%s means that the database is not there now',
  (code) => {
    expect(isUnavailable(Object.assign(new Error('gone'), { code }))).toBe(true);
  },
);

it.each(['23505', '42P01', 'SQLITE_CONSTRAINT', 'ERR_ASSERTION'])('%s is a bug, not an absence', (code) => {
  expect(isUnavailable(Object.assign(new Error('wrong'), { code }))).toBe(false);
});

it('an address where nothing listens is unavailable in its cause', async () => {
  const refusal: unknown = await openStore({ kind: 'postgres', url: 'postgres://me@127.0.0.1:1/chancery' }).catch(
    (reason: unknown) => reason,
  );
  expect(refusal instanceof Error && isUnavailable(refusal.cause)).toBe(true);
});
