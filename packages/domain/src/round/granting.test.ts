import { expect, test } from 'vitest';
import type { AgencyId } from '../id.ts';
import { epu, mampu, moh } from '../testing/cast.ts';
import {
  acting,
  administrator,
  grantFacts,
  kkmm,
  memberNames,
  newcomer,
  outsider,
  secondAdministrator,
  target,
} from '../testing/round-cast.ts';
import { confirmationsFor, type GrantTarget, type MembershipChange, mayGrant, mayHandLink, mayRename } from './granting.ts';
import { type Actor, type Role, roles } from './membership.ts';

const actors: Readonly<Record<string, Actor>> = {
  outsider,
  administrator,
  'second administrator': secondAdministrator,
  ...Object.fromEntries(memberNames.map((name) => [name, acting(name)])),
};

function refusalOf(actor: Actor, whom: GrantTarget, change: MembershipChange): string | null {
  const outcome = mayGrant(actor, whom, change, grantFacts);
  return outcome.ok ? null : outcome.refusal.code;
}
const holding = (agency: AgencyId, ...held: readonly Role[]): MembershipChange => ({ kind: 'hold', agency, roles: held });

test('M1, M2, M5, M6, M7, M8: who invites whom as what, whole', () => {
  const rows = Object.entries(actors).map(([name, actor]) => {
    const cells = [mampu, moh, epu, kkmm].map((agency) => {
      const given = roles.flatMap((role) => {
        const outcome = mayGrant(actor, newcomer, holding(agency, role), grantFacts);
        if (!outcome.ok) return [];
        return outcome.value.named.length > 0 ? [`(${role})`] : [role];
      });
      return `${agency}: ${given.join(' ') || '-'}`;
    });
    return `${name} | ${cells.join(' | ')}`;
  });
  expect(rows.join('\n')).toMatchInlineSnapshot(`
    "outsider | mampu: - | moh: - | epu: - | kkmm: -
    administrator | mampu: coordinator (authorized-respondent) | moh: (authorized-respondent) | epu: (manager) (authorized-respondent) | kkmm: (authorized-respondent)
    second administrator | mampu: coordinator (authorized-respondent) | moh: (authorized-respondent) | epu: (manager) (authorized-respondent) | kkmm: (authorized-respondent)
    coordinator | mampu: - | moh: - | epu: (manager) | kkmm: -
    second coordinator | mampu: - | moh: - | epu: (manager) | kkmm: -
    manager of MAMPU | mampu: coordinator manager drafter clearing-officer observer | moh: - | epu: - | kkmm: -
    drafter of MAMPU | mampu: - | moh: - | epu: - | kkmm: -
    named respondent | mampu: - | moh: - | epu: - | kkmm: -
    manager of MOH | mampu: - | moh: manager drafter clearing-officer observer | epu: - | kkmm: -
    second manager of MOH | mampu: - | moh: manager drafter clearing-officer observer | epu: - | kkmm: -
    drafter of MOH | mampu: - | moh: - | epu: - | kkmm: -
    officer of EPU | mampu: - | moh: - | epu: - | kkmm: -
    named manager of KKMM | mampu: - | moh: - | epu: - | kkmm: -"
  `);
});

test('M9, M11, M15, M16, N7, N8: what is done to whom, whole', () => {
  const rows = Object.entries(actors).map(([name, actor]) => {
    const done = memberNames.flatMap((member) => {
      const whom = target(member);
      const acts = [
        ...(whom.membership?.named ?? []).filter((role) => refusalOf(actor, whom, { kind: 'confirm', role }) === null).map(() => 'confirm'),
        ...(refusalOf(actor, whom, { kind: 'remove' }) === null ? ['remove'] : []),
        ...(mayRename(actor, whom).ok ? ['rename'] : []),
        ...(mayHandLink(actor, whom, grantFacts) ? ['link'] : []),
      ];
      return acts.length === 0 ? [] : [`\n    ${member}: ${acts.join(' ')}`];
    });
    return `${name}${done.join('')}`;
  });
  expect(rows.join('\n')).toMatchInlineSnapshot(`
    "outsider
    administrator
        coordinator: remove rename link
        second coordinator: remove rename link
        manager of MAMPU: remove rename link
        drafter of MAMPU: remove rename link
        named respondent: remove rename link
        manager of MOH: remove rename link
        second manager of MOH: remove rename link
        drafter of MOH: remove rename link
        officer of EPU: remove rename link
        named manager of KKMM: confirm remove rename link
    second administrator
        coordinator: remove rename link
        second coordinator: remove rename link
        manager of MAMPU: remove rename link
        drafter of MAMPU: remove rename link
        named respondent: remove rename link
        manager of MOH: remove rename link
        second manager of MOH: remove rename link
        drafter of MOH: remove rename link
        officer of EPU: remove rename link
        named manager of KKMM: confirm remove rename link
    coordinator
        named respondent: confirm
        named manager of KKMM: remove link
    second coordinator
        named respondent: confirm
    manager of MAMPU
        coordinator: remove rename link
        second coordinator: remove rename link
        drafter of MAMPU: remove rename link
        named respondent: remove rename
    drafter of MAMPU
    named respondent
    manager of MOH
        second manager of MOH: remove rename link
        drafter of MOH: remove rename link
    second manager of MOH
        manager of MOH: remove rename link
        drafter of MOH: remove rename link
    drafter of MOH
    officer of EPU
    named manager of KKMM"
  `);
});

test('M5: a manager gives and takes the roles of the own people', () => {
  const manager = acting('manager of MOH');
  expect(mayGrant(manager, target('drafter of MOH'), holding(moh, 'clearing-officer', 'observer'), grantFacts)).toEqual({
    ok: true,
    value: {
      as: 'manager',
      membership: { agency: moh, roles: ['clearing-officer', 'observer'], named: [] },
      given: ['clearing-officer', 'observer'],
      named: [],
      taken: ['drafter'],
    },
  });
  expect(refusalOf(manager, target('drafter of MOH'), holding(moh, 'drafter', 'coordinator'))).toBe('grant-needs');
  expect(refusalOf(manager, target('officer of EPU'), holding(epu, 'observer'))).toBe('grant-needs');
  expect(refusalOf(acting('manager of MAMPU'), target('drafter of MAMPU'), holding(mampu, 'drafter', 'coordinator'))).toBeNull();
});

test('M6: a first manager is named as that alone, once, and confirmed by an administrator who did not name them', () => {
  const coordinator = acting('coordinator');
  expect(refusalOf(coordinator, newcomer, holding(epu, 'manager', 'drafter'))).toBe('grant-needs');
  expect(refusalOf(administrator, newcomer, holding(mampu, 'coordinator', 'manager'))).toBe('agency-has-manager');
  const unmanaged = { ...grantFacts, memberships: new Map() };
  const both = mayGrant(administrator, newcomer, holding(mampu, 'coordinator', 'manager'), unmanaged);
  expect(both).toEqual({ ok: false, refusal: { code: 'first-manager-alone' } });
  // Somebody whom the agency had before managers were kept stays what they are.
  expect(mayGrant(coordinator, target('officer of EPU'), holding(epu, 'manager', 'clearing-officer'), grantFacts)).toMatchObject({
    ok: true,
    value: { membership: { roles: ['clearing-officer'], named: ['manager'] }, given: [], named: ['manager'] },
  });
  expect(refusalOf(coordinator, newcomer, holding(kkmm, 'manager'))).toBe('agency-has-manager');
  const naming: GrantTarget = { ...target('named manager of KKMM'), namedBy: new Map([['manager', administrator.person]]) };
  expect(refusalOf(administrator, naming, { kind: 'confirm', role: 'manager' })).toBe('needs-another-person');
  expect(refusalOf(secondAdministrator, naming, { kind: 'confirm', role: 'manager' })).toBeNull();
  expect(refusalOf(coordinator, naming, { kind: 'confirm', role: 'manager' })).toBe('grant-needs');
  expect(refusalOf(administrator, target('drafter of MOH'), { kind: 'confirm', role: 'manager' })).toBe('nothing-to-confirm');
});

test('M8: a respondent is confirmed by a coordinator who did not name them', () => {
  const confirm = { kind: 'confirm', role: 'authorized-respondent' } as const;
  expect(refusalOf(acting('coordinator'), target('named respondent'), confirm)).toBeNull();
  const both: Actor = { ...acting('coordinator'), isAdministrator: true };
  const naming: GrantTarget = { ...target('named respondent'), namedBy: new Map([['authorized-respondent', both.person]]) };
  expect(refusalOf(both, naming, confirm)).toBe('needs-another-person');
  expect(refusalOf(administrator, naming, confirm)).toBe('grant-needs');
});

test('M9: nobody changes, confirms or ends their own part in a round, an administrator included', () => {
  for (const name of memberNames) {
    for (const actor of [acting(name), { ...acting(name), isAdministrator: true }]) {
      const whom = target(name);
      const { agency, named } = whom.membership ?? { agency: moh, named: [] };
      const changes: MembershipChange[] = [
        { kind: 'remove' },
        { kind: 'read' },
        ...roles.map((role) => holding(agency, role)),
        ...named.map((role) => ({ kind: 'confirm', role }) as const),
      ];
      for (const change of changes) expect(['own-membership', 'not-permitted']).toContain(refusalOf(actor, whom, change));
    }
  }
});

test('M10: an administrator may make themselves observer of a round, and nobody else and nothing more', () => {
  const self: GrantTarget = { ...newcomer, person: administrator.person };
  expect(mayGrant(administrator, self, { kind: 'read' }, grantFacts)).toMatchObject({
    ok: true,
    value: { as: 'administrator', membership: { agency: mampu, roles: ['observer'], named: [] } },
  });
  expect(refusalOf(administrator, newcomer, { kind: 'read' })).toBe('not-permitted');
  expect(refusalOf(outsider, { ...newcomer, person: outsider.person }, { kind: 'read' })).toBe('not-permitted');
  for (const role of roles) expect(refusalOf(administrator, self, holding(mampu, role))).toBe('own-membership');
});

test('M12: nobody moves to another agency', () => {
  for (const actor of Object.values(actors)) {
    for (const name of memberNames)
      expect(refusalOf(actor, target(name), holding(target(name).membership?.agency === moh ? epu : moh, 'drafter'))).not.toBeNull();
  }
  expect(refusalOf(acting('manager of MOH'), target('officer of EPU'), holding(moh, 'clearing-officer'))).toBe('agency-stays');
});

test('M13: restating what somebody holds gives nothing, and takes nothing', () => {
  const restated = mayGrant(acting('manager of MOH'), target('drafter of MOH'), holding(moh, 'drafter'), grantFacts);
  expect(restated).toMatchObject({ ok: true, value: { given: [], named: [], taken: [] } });
  expect(refusalOf(acting('drafter of MOH'), target('second manager of MOH'), holding(moh, 'manager'))).toBe('not-permitted');
});

test('N7, N8: a first manager waits for the administrators, a respondent for the coordinators, but not for who named them', () => {
  const everybody = memberNames.map(target);
  const waiting = (actor: Actor) => confirmationsFor(actor, everybody, grantFacts).map(({ person, role }) => `${person}: ${role}`);
  expect(waiting(administrator)).toEqual(['named manager of KKMM: manager']);
  expect(waiting(acting('second coordinator'))).toEqual(['named respondent: authorized-respondent']);
  expect(waiting({ ...acting('coordinator'), isAdministrator: true })).toEqual(['named respondent: authorized-respondent']);
  for (const name of memberNames.filter((it) => !it.includes('coordinator'))) expect(waiting(acting(name))).toEqual([]);
});
