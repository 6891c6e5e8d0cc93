// The one thing a zip takes from the clock: the time of each entry. Set to a given time, equal contents give equal bytes.

const centralEntry = 0x02014b50;
const centralEnd = 0x06054b50;
const endLength = 22;

/** Sets the time of every entry in place; `at` in UTC, two seconds exact, 1980 at the earliest. Expects a zip without comment. */
export function setZipTime(zip: Uint8Array, at: Date): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - endLength;
  if (view.getUint32(end, true) !== centralEnd) throw new Error('the zip does not end with its directory');
  const time = dosTime(at);
  let entry = view.getUint32(end + 16, true);
  while (entry < end && view.getUint32(entry, true) === centralEntry) {
    view.setUint32(entry + 12, time, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, time, true);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}

/** Date in the upper 16 bits, time in the lower, as in MS-DOS. */
function dosTime(at: Date): number {
  const year = at.getUTCFullYear() - 1980;
  if (year < 0) return (1 << 21) | (1 << 16);
  const date = (Math.min(year, 127) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
