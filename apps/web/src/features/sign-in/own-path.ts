// Where a person may be sent after signing in.

/** True for a path of this site; an address can be written by anybody, so that it must not lead anywhere else. */
export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}
