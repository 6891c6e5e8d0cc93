import { expect, it } from 'vitest';
import { isUnavailable, openStore } from '../index.ts';

it.each(['57P01', '08006', 'ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH', 'SQLITE_FULL', 'SQLITE_BUSY_SNAPSHOT'])(
  '%s means that the database is not there now',
  (code) => {
    expect(isUnavailable(Object.assign(new Error('gone'), { code }))).toBe(true);
  },
);

it.each(['23505', '42P01', 'SQLITE_CONSTRAINT', 'ERR_ASSERTION'])('%s is a bug, not an absence', (code) => {
  expect(isUnavailable(Object.assign(new Error('wrong'), { code }))).toBe(false);
});

it.each([
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
])('"%s" is how the driver says without a code that the database is not there now', (message) => {
  expect(isUnavailable(new Error(message))).toBe(true);
});

it.each(['Query values must be an array', 'the client was closed'])('"%s" is a bug, not an absence', (message) => {
  expect(isUnavailable(new Error(message))).toBe(false);
});

it('an address where nothing listens is unavailable in its cause', async () => {
  const refusal: unknown = await openStore({ kind: 'postgres', url: 'postgres://me@127.0.0.1:1/chancery' }).catch(
    (reason: unknown) => reason,
  );
  expect(refusal instanceof Error && isUnavailable(refusal.cause)).toBe(true);
});
