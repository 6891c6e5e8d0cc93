// How a demo's people are put together and found.
import type { ResponseOf } from '@chancery/contract';

export type ListedDemoPerson = ResponseOf<'readDemo'>['people'][number];

export interface DemoGroup {
  readonly agency: string;
  /** 1-12: an agency's place in the list, as a round gives its colours. */
  readonly colour: number;
  readonly people: readonly ListedDemoPerson[];
}

const colours = 12;

/** Agencies in the order in which they first appear. */
export function groupByAgency(people: readonly ListedDemoPerson[]): readonly DemoGroup[] {
  const agencies = [...new Set(people.map((person) => person.agency))];
  return agencies.map((agency, index) => ({
    agency,
    colour: (index % colours) + 1,
    people: people.filter((person) => person.agency === agency),
  }));
}

/** E-mail addresses of the people whose name, role or agency contains every word that was typed. */
export function findPeople(
  people: readonly ListedDemoPerson[],
  wanted: string,
  rolesOf: (person: ListedDemoPerson) => string,
): ReadonlySet<string> {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (person: ListedDemoPerson) => {
    const text = `${person.name} ${rolesOf(person)} ${person.agency}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  return new Set(people.filter(isFound).map((person) => person.email));
}
