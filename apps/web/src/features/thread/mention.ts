// Mentions (@name) in the text of a comment: finding the one being typed, putting a name in, and who is mentioned in the end.
import type { PersonSummary } from '@chancery/contract';
import type { PersonId } from '@chancery/domain';

/** What is typed after an @ up to the cursor. */
export interface MentionStart {
  readonly at: number;
  readonly typed: string;
}

const maxNameLength = 40;

/** The mention being typed at the cursor; null when there is none. */
export function mentionAt(text: string, cursor: number): MentionStart | null {
  const before = text.slice(Math.max(0, cursor - maxNameLength), cursor);
  const found = /(?:^|\s)@([^@\n]*)$/u.exec(before);
  const typed = found?.[1];
  return typed === undefined ? null : { at: cursor - typed.length - 1, typed };
}

/** People whose name has a word that begins with what was typed, in the order given. */
export function peopleFor(typed: string, people: readonly PersonSummary[], maxShown: number): readonly PersonSummary[] {
  const wanted = typed.toLocaleLowerCase();
  const begins = (name: string): boolean => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(wanted) || lower.split(/\s+/u).some((word) => word.startsWith(wanted));
  };
  return people.filter((it) => begins(it.name)).slice(0, maxShown);
}

/** The text with the person's name in place of what was typed, and where the cursor goes. */
export function withMention(text: string, start: MentionStart, name: string): { readonly text: string; readonly cursor: number } {
  const before = `${text.slice(0, start.at)}@${name} `;
  return { text: before + text.slice(start.at + 1 + start.typed.length).replace(/^ /u, ''), cursor: before.length };
}

/** Everybody whose name stands after an @. */
export function mentionedIn(text: string, people: readonly PersonSummary[]): PersonId[] {
  return people.filter((it) => text.includes(`@${it.name}`)).map((it) => it.id);
}
