// Who is told of what happens to people: they themselves, those who manage their agency, the coordinators, and who must confirm it.
import { type AgencyId, type EntryKind, type Instant, managersOf, type PersonId } from '@chancery/domain';
import type { NewNotice, Person } from '@chancery/store';
import type { ActingPerson } from '../../decision/decide.ts';
import { coordinatorsOf } from '../../decision/who-is-told.ts';
import { nameOfAgency, type RoundState } from '../../round/round-state.ts';

interface AboutAgency {
  readonly kind: Extract<EntryKind, 'agency-changed' | 'lead-agency-changed'>;
  readonly agency: AgencyId;
  readonly by: Pick<ActingPerson, 'person'>;
  readonly at: Instant;
  /** Somebody whom it concerns beside those who are always told. */
  readonly also?: readonly PersonId[];
}

interface AboutMember extends Omit<AboutAgency, 'kind' | 'agency'> {
  readonly kind: Extract<
    EntryKind,
    | 'member-named'
    | 'member-confirmed'
    | 'member-added'
    | 'member-changed'
    | 'member-removed'
    | 'reading-granted'
    | 'invitation-made'
    | 'account-activated'
    | 'person-changed'
  >;
  readonly person: Pick<Person, 'id' | 'name'>;
  /** Null for somebody who takes part no longer and whose agency is not known. */
  readonly agency: AgencyId | null;
}

/** One notice for each of them, never for the one who did it. */
export function noticesAboutMember(state: RoundState, { person, ...about }: AboutMember): readonly NewNotice[] {
  return notices(state, about, person);
}

export function noticesAboutAgency(state: RoundState, about: AboutAgency): readonly NewNotice[] {
  return notices(state, about, null);
}

function notices(
  state: RoundState,
  { kind, agency, by, at, also = [] }: Omit<AboutMember, 'kind' | 'person'> & { readonly kind: NewNotice['kind'] },
  about: AboutMember['person'] | null,
): readonly NewNotice[] {
  const managers = agency === null ? [] : managersOf(state.memberships, agency);
  const concerned = new Set([...(about === null ? [] : [about.id]), ...managers, ...coordinatorsOf(state), ...also]);
  concerned.delete(by.person.id);
  const details = {
    by: by.person.name,
    about: about?.name ?? '',
    person: about?.id ?? null,
    agency: agency === null ? '' : nameOfAgency(state, agency),
  };
  return [...concerned].map((person) => ({ person, round: state.id, question: null, kind, details, at }));
}
