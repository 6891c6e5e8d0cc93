// How the cast comes into the demo round: by the rules of granting, each by somebody who may let them in.
import type { AgencyId, PersonId, RoundId } from '@chancery/domain';
import { createPerson, findPersonByEmail, markDemoPeople, noticesOf, now, type Person, readNotices } from '@chancery/store';
import type { Context } from '../../context.ts';
import type { ActingPerson } from '../../decision/decide.ts';
import { addMember, confirmMember } from '../people/index.ts';
import { type DemoPerson, demoPeople } from './cast.ts';

export type Agencies = ReadonlyMap<string, AgencyId>;
/** By the local part of the e-mail address. */
export type Authors = ReadonlyMap<string, ActingPerson>;

interface Joining {
  readonly round: RoundId;
  readonly administrator: ActingPerson;
  readonly agencies: Agencies;
  readonly passwordHash: string;
}

/** Everybody has an account with the demo's password before they come, so that no link is made. */
export async function addPeople(context: Context, joining: Joining): Promise<Authors> {
  const authors = new Map<string, ActingPerson>();
  for (const member of demoPeople.toSorted((left, right) => turnOf(left) - turnOf(right))) {
    const author = await makeAccount(context, member, joining.passwordHash);
    await join(context, joining, member, authors);
    authors.set(keyOf(member.email), author);
  }
  for (const { person } of authors.values()) await markRead(context, person.id);
  return authors;
}

/** Coordinators first, who name the managers and confirm the respondent; then everybody whom a manager invites. */
function turnOf({ roles }: DemoPerson): number {
  if (roles.includes('coordinator')) return 0;
  return roles.includes('manager') || roles.includes('authorized-respondent') ? 1 : 2;
}

async function join(context: Context, { round, administrator, agencies }: Joining, member: DemoPerson, authors: Authors): Promise<void> {
  const { email, name, title, agency, roles } = member;
  const body = { email, name, title, agency: idOf(agencies, agency), roles: [...roles] };
  const turn = turnOf(member);
  const coordinator = () => authorOf(authors, 'coordinator.mampu');
  const isManager = roles.includes('manager');
  const by = turn === 2 ? authorOf(authors, `manager.${agency}`) : isManager ? coordinator() : administrator;
  const { person } = await addMember(context, round, by, body);
  const [role] = roles;
  if (turn !== 1 || role === undefined) return;
  await confirmMember(context, { round, person }, isManager ? administrator : coordinator(), { role });
}

async function makeAccount(context: Context, { email, name, title }: DemoPerson, passwordHash: string): Promise<ActingPerson> {
  return context.store.transaction(async (tx) => {
    const createdAt = await now(tx);
    const made = await createPerson(tx, { email, name, title, isAdministrator: false, passwordHash, createdAt });
    const person = made ?? (await findPersonByEmail(tx, email));
    await markDemoPeople(tx, person === null ? [] : [person.id]);
    return asAuthor(person, createdAt);
  });
}

/** Nobody begins the demo with the news of how it was made. */
async function markRead(context: Context, person: PersonId): Promise<void> {
  const ids = (await noticesOf(context.store.read, person, 1000)).map((notice) => notice.id);
  await context.store.transaction(async (tx) => readNotices(tx, person, ids, await now(tx)));
}

export function asAuthor(person: Person | null, provenAt: number): ActingPerson {
  if (person === null) throw new Error('an account of the demo was not made');
  return { person, provenAt, provenAgainAt: null };
}

export function authorOf(authors: Authors, key: string): ActingPerson {
  const author = authors.get(key);
  if (author === undefined) throw new Error(`nobody in the demo is called ${key}`);
  return author;
}

export function idOf(agencies: Agencies, key: string): AgencyId {
  const id = agencies.get(key);
  if (id === undefined) throw new Error(`no agency of the demo is called ${key}`);
  return id;
}

function keyOf(email: string): string {
  return email.split('@')[0] ?? email;
}
