// The keys of a row in the list of questions: arrows, Home and End move, Space selects. Enter is the link's own.
import type { KeyboardEvent } from 'react';

/** Acts on the link of a row. `select` is null where there is nothing to select. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>, select: (() => void) | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === ' ' && select !== null) {
    event.preventDefault();
    select();
    return;
  }
  const rows = [...(event.currentTarget.closest('.question-list')?.querySelectorAll<HTMLElement>('.question-link') ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  rows[target]?.focus();
}
