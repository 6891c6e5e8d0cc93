// The one text of a JSON value (RFC 8785), and the digest over it: SHA-256 through WebCrypto, which Node and browsers both have.

/** Nesting that no honest content reaches; deeper values are refused, so that hostile ones cannot exhaust the stack. */
export const maxDepth = 200;

/**
 * The RFC 8785 text of a value. Members that are undefined are left out, as JSON.stringify does.
 * Throws a TypeError on what JSON cannot carry: NaN, undefined in arrays, functions, dates, lone surrogates, nesting deeper than `maxDepth`.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, 0);
}

/** SHA-256 of the UTF-8 of the RFC 8785 form, 64 lower-case hexadecimal characters. Throws where `canonicalJson` does. */
export async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What makes a value unfit for `canonicalJson`, or null. Walks without recursion. */
export function jsonFault(value: unknown): 'too-deep' | 'not-json' | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: here, depth } = next;
    if (depth > maxDepth) return 'too-deep';
    if (Array.isArray(here)) {
      for (const item of here) waiting.push({ value: item, depth: depth + 1 });
    } else if (isPlainObject(here)) {
      for (const [key, member] of Object.entries(here)) {
        if (!key.isWellFormed()) return 'not-json';
        waiting.push({ value: member, depth: depth + 1 });
      }
    } else if (!isScalar(here)) return 'not-json';
  }
  return null;
}

function textOf(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new TypeError(`nested deeper than ${maxDepth}`);
  // RFC 8785 §3.2.2 takes numbers and strings exactly as ECMAScript serialises them.
  if (isScalar(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => textOf(item, depth + 1)).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`JSON cannot carry ${describe(value)}`);
  // §3.2.3: by UTF-16 code units, which is how JavaScript sorts strings.
  const keys = Object.keys(value);
  if (keys.length > 1) keys.sort();
  let members = '';
  for (const key of keys) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${textOf(key, depth)}:${textOf(member, depth + 1)}`;
  }
  return `{${members}}`;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'boolean';
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function describe(value: unknown): string {
  if (typeof value === 'string') return 'a lone surrogate';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : Object.prototype.toString.call(value);
}
