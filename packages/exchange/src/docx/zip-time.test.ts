import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { setZipTime } from './zip-time.ts';

const parts = { 'a.xml': strToU8('<a/>'), 'folder/b.xml': strToU8('<b>'.repeat(100)) };
function zipped(year: number): Uint8Array {
  return zipSync(parts, { mtime: new Date(year, 3, 5, 6, 7, 8) });
}

test('zips made at different times are equal once their time is set, and still open', () => {
  const [first, second] = [zipped(2001), zipped(2026)];
  expect(first).not.toEqual(second);
  setZipTime(first, new Date('2026-06-01T10:20:30Z'));
  setZipTime(second, new Date('2026-06-01T10:20:30Z'));
  expect(first).toEqual(second);
  expect(unzipSync(first)).toEqual(parts);
});

test('a time before 1980, which a zip cannot hold, becomes its first day', () => {
  const [first, second] = [zipped(2001), zipped(2026)];
  setZipTime(first, new Date(0));
  setZipTime(second, new Date('1980-01-01T00:00:00Z'));
  expect(first).toEqual(second);
});

test('bytes that do not end with a zip directory are refused', () => {
  expect(() => setZipTime(new Uint8Array(64), new Date(0))).toThrow('directory');
});
