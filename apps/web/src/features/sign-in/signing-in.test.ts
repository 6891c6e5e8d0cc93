import { describe, expect, it } from 'vitest';
import { type ListedDemoPerson, findPeople, groupByAgency } from './demo-groups.ts';
import { isOwnPath } from './own-path.ts';

const person = (email: string, name: string, agency: string): ListedDemoPerson => ({ email, name, agency, roles: ['drafter'] });
const people = [person('a', 'Aminah', 'Health'), person('b', 'Bala', 'Finance'), person('c', 'Chen', 'Health')];

describe('the people of a demo', () => {
  it('stand together by agency, each agency with its own colour', () => {
    const groups = groupByAgency(people);
    expect(groups.map(({ agency, colour, people: members }) => [agency, colour, members.map((it) => it.email)])).toEqual([
      ['Health', 1, ['a', 'c']],
      ['Finance', 2, ['b']],
    ]);
  });

  it('are found by any part of name, role and agency, in whatever case and order', () => {
    const found = (wanted: string) => [...findPeople(people, wanted, () => 'Drafter')];
    expect(found('')).toEqual(['a', 'b', 'c']);
    expect(found('health DRAFT')).toEqual(['a', 'c']);
    expect(found('health bala')).toEqual([]);
  });
});

describe('where one goes after signing in', () => {
  it.each(['/', '/rounds/r1?mine=true'])('may be %s', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)', '', undefined, 7])(
    'may not be %s',
    (path) => {
      expect(isOwnPath(path)).toBe(false);
    },
  );
});
