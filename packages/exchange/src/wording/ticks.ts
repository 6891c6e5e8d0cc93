// Tick marks as people and programs write them: ☒ Yes ☐ No, [x] Yes [ ] No.

const tick = /[☒☑✓✔✅☐□▢]|\[[xX✓✔ ]?\]/gu;

/** Printed by exports under a choice whose ticks are still to be confirmed. */
export const toConfirmWording = 'To be confirmed.';

interface Tick {
  readonly isTicked: boolean;
  /** What stands after the tick, up to the next one. */
  readonly text: string;
}

/** The ticks of one line in order, each with the text after it; empty when the line has none. */
export function splitTicks(line: string): readonly Tick[] {
  const found = [...line.matchAll(tick)];
  return found.map((it, index) => ({
    isTicked: !/^(?:[☐□▢]|\[ ?\])$/u.test(it[0]),
    text: line.slice(it.index + it[0].length, found[index + 1]?.index ?? line.length).trim(),
  }));
}

/** True when a tick is in the line. */
export function isTicked(line: string): boolean {
  return line.search(tick) !== -1;
}
