// How the words of an entry about people name them and their roles.
import type { Role } from '@chancery/domain';

/** "Ana Ruiz, Director (Ministry of Health)"; a part that is not there is left out. */
export function printedWithTitle({ name, title, agency }: { name: string; title: string; agency: { name: string } | null }): string {
  const who = title === '' ? name : `${name}, ${title}`;
  return agency === null ? who : `${who} (${agency.name})`;
}

/** "drafter and clearing officer" */
export function printedRoles(roles: readonly Role[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(roles.map((role) => role.replace('-', ' ')));
}
