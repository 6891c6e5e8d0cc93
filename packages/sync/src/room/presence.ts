// Owns who is in one room: distinct persons, however many connections each of them has (SPEC.md Z6).
import type { Member } from '../member.ts';

/** One member for each person, in the order in which they came. */
export function distinctMembers(members: Iterable<Member>): readonly Member[] {
  const byPerson = new Map<string, Member>();
  for (const member of members) if (!byPerson.has(member.author.person)) byPerson.set(member.author.person, member);
  return [...byPerson.values()];
}

/** True when the person of `one` has another connection among these. */
export function hasOther<S extends { readonly member: Member }>(connections: Iterable<S>, one: S): boolean {
  return [...connections].some((other) => other !== one && other.member.author.person === one.member.author.person);
}
