// The errors of a database that is not there now, told from those of a wrong query.

/** SQLSTATE classes of PostgreSQL: connection exceptions, insufficient resources, operator intervention. */
const sqlStates = /^(?:08|53|57)/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the driver of PostgreSQL and its pool say without a code. */
const messages =
  /^(?:Connection terminated|timeout exceeded when trying to connect$|timeout expired$|Query read timeout$|Client (?:has encountered a connection error|was closed) and is not queryable$)/;
const sqliteCodes = /^SQLITE_(?:BUSY|FULL|IOERR|READONLY|CANTOPEN)/;

/** A write was tried while this server does not hold the lock. */
export class LockNotHeldError extends Error {
  override readonly name = 'LockNotHeldError';
}

/** True when the database did not reply or cannot write, so that the same request may succeed later. */
export function isUnavailable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof LockNotHeldError) return true;
  const code = 'code' in cause ? String(cause.code) : '';
  if (sqlStates.test(code) || networkCodes.has(code) || sqliteCodes.test(code)) return true;
  return messages.test(cause.message);
}
