// How a person of the record is printed.
import type { Person } from './record-file.ts';

export function printed({ name, title, agency }: Pick<Person, 'name' | 'title' | 'agency'>): string {
  const who = title === '' ? name : `${name}, ${title}`;
  return agency === null ? who : `${who} (${agency.name})`;
}
