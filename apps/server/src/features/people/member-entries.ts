// The entries of the record about a person's part in the round.
import type { EntryDraft, Grant, Role } from '@chancery/domain';
import type { Person } from '@chancery/store';
import type { ActingPerson } from '../../decision/decide.ts';
import { managementEntry } from '../../decision/manage-round.ts';
import { nameOfAgency, type RoundState } from '../../round/round-state.ts';
import { printedRoles, printedWithTitle } from './printed.ts';

interface Act {
  readonly author: ActingPerson;
  readonly person: Person;
  readonly grant: Grant;
}

type GrantKind = 'member-added' | 'member-changed' | 'member-named' | 'reading-granted';

/** What was given, what was taken, and what somebody was named for: each an entry of its own. */
export function grantEntries({ state, author, person, grant }: Act & { readonly state: RoundState }): readonly (EntryDraft & {
  readonly kind: GrantKind;
})[] {
  const { membership, given, named, taken, as } = grant;
  if (membership === null) return [];
  const agency = nameOfAgency(state, membership.agency);
  const who = printedWithTitle({ ...person, agency: { name: agency } });
  const details = { person: person.id, name: person.name, title: person.title, ...membership };
  const say = (kind: GrantKind, words: string, more: object): EntryDraft & { readonly kind: GrantKind } => ({
    ...managementEntry(state, author, { kind, words, details: { ...details, ...more } }, as),
    kind,
  });
  const isNew = !state.memberships.has(person.id);
  const isOwn = author.person.id === person.id;
  const entries: (EntryDraft & { readonly kind: GrantKind })[] = [];
  if (isOwn) entries.push(say('reading-granted', `${who} is observer of the round by their own act, as an administrator may.`, { given }));
  else if (isNew && given.length > 0) entries.push(say('member-added', `${who} takes part as ${printedRoles(given)}.`, { given }));
  else if (given.length + taken.length > 0) entries.push(say('member-changed', changed(who, given, taken), { given, taken }));
  if (named.length > 0) {
    const whose = named.includes('manager') ? 'an administrator' : 'a coordinator';
    entries.push(
      say('member-named', `${who} is named as ${printedRoles(named)}, until ${whose} confirms it without any right by it.`, {
        naming: named,
      }),
    );
  }
  return entries;
}

export function confirmedEntry(state: RoundState, { author, person, grant }: Act, role: Role): EntryDraft {
  const membership = grant.membership ?? { agency: null, roles: [], named: [] };
  const vouchedBy = state.vouching.get(person.id)?.get(role)?.vouchedBy ?? null;
  const agency = membership.agency === null ? null : { name: nameOfAgency(state, membership.agency) };
  const by = vouchedBy === null ? '' : `, as named by ${printedWithTitle(vouchedBy)}`;
  const words = `${printedWithTitle({ ...person, agency })} is ${printedRoles([role])}${by}.`;
  const details = { person: person.id, name: person.name, title: person.title, ...membership, given: [role], namedBy: vouchedBy };
  return managementEntry(state, author, { kind: 'member-confirmed', words, details }, grant.as);
}

export function removedEntry(state: RoundState, { author, person, grant }: Act): EntryDraft {
  const agency = state.memberships.get(person.id)?.agency ?? null;
  const words = `${person.name} no longer takes part in the round${agency === null ? '' : ` for ${nameOfAgency(state, agency)}`}.`;
  const details = { person: person.id, name: person.name, title: person.title, agency, taken: grant.taken };
  return managementEntry(state, author, { kind: 'member-removed', words, details }, grant.as);
}

function changed(who: string, given: readonly Role[], taken: readonly Role[]): string {
  const parts = [
    ...(given.length > 0 ? [`is now ${printedRoles(given)}`] : []),
    ...(taken.length > 0 ? [`is no longer ${printedRoles(taken)}`] : []),
  ];
  return `${who} ${parts.join(' and ')}.`;
}
