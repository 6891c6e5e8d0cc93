// Tests of people, sign-ins, invitations, sign-in attempts and questionnaires.
import type { Questionnaire } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  changePerson,
  countFailedSignIn,
  createInvitation,
  createPerson,
  deleteExpiredSignIns,
  disablePerson,
  endSignInsOf,
  extendSignIn,
  findCredentials,
  findInvitation,
  findPerson,
  findPersonByEmail,
  findQuestionnaire,
  findSignIn,
  findSignInAttempts,
  forgetSignInAttempts,
  listQuestionnaires,
  proveSignIn,
  saveQuestionnaire,
  signInsOf,
  setPassword,
  startSignIn,
  type Store,
  useInvitation,
} from '../../index.ts';
import { newId } from '../../schema/values.ts';
import { someone } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

export function peopleSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  personTests(store);
  signInTests(store);
  invitationTests(store);
  attemptTests(store);
  questionnaireTests(store);
}

function personTests(store: () => Store): void {
  it('a person is found by the address in whatever case, and an address has one person', async () => {
    const name = newId<string>();
    const draft = {
      email: `${name}@Example.org`,
      name: 'Dayang',
      title: 'Director',
      isAdministrator: true,
      passwordHash: null,
      createdAt: 1_700_000_000_000,
    };
    const person = await store().transaction((tx) => createPerson(tx, draft));
    expect(person).toMatchObject({
      email: `${name}@example.org`.toLowerCase(),
      isAdministrator: true,
      hasPassword: false,
      createdAt: 1_700_000_000_000,
    });
    expect(await findPersonByEmail(store().read, `${name.toUpperCase()}@EXAMPLE.org`)).toEqual(person);
    expect(await store().transaction((tx) => createPerson(tx, { ...draft, email: `${name}@EXAMPLE.ORG` }))).toBeNull();
  });

  it('a person can be renamed, given a password, and disabled', async () => {
    const id = await store().transaction((tx) => someone(tx, 'Esah'));
    await store().transaction(async (tx) => {
      await changePerson(tx, id, { name: 'Esah binti Omar', title: 'Secretary' });
      await setPassword(tx, id, 'argon2');
      await disablePerson(tx, id, 9);
    });
    const person = await findPerson(store().read, id);
    expect(person).toMatchObject({ name: 'Esah binti Omar', title: 'Secretary', hasPassword: true, disabledAt: 9 });
    expect((await findCredentials(store().read, String(person?.email)))?.passwordHash).toBe('argon2');
  });
}

function signInTests(store: () => Store): void {
  it('a sign-in is extended, proven and ended', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Farid'));
    const [one, other] = [newId<string>(), newId<string>()];
    await store().transaction(async (tx) => {
      for (const idHash of [one, other]) await startSignIn(tx, { idHash, person, createdAt: 1, expiresAt: 10, provenAt: 1 });
      await extendSignIn(tx, one, 2_000_000_000_000);
      await proveSignIn(tx, one, 5);
    });
    expect(await findSignIn(store().read, one)).toEqual({ idHash: one, person, createdAt: 1, expiresAt: 2_000_000_000_000, provenAt: 5 });
    await store().transaction((tx) => deleteExpiredSignIns(tx, 10));
    expect((await signInsOf(store().read, person)).map((it) => it.idHash)).toEqual([one]);
    await store().transaction((tx) => endSignInsOf(tx, person));
    expect(await findSignIn(store().read, one)).toBeNull();
  });

  it('a disabled person has no sign-in', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Gopal'));
    const idHash = newId<string>();
    await store().transaction((tx) => startSignIn(tx, { idHash, person, createdAt: 1, expiresAt: 10, provenAt: 1 }));
    await store().transaction((tx) => disablePerson(tx, person, 2));
    expect(await findSignIn(store().read, idHash)).toBeNull();
  });
}

function invitationTests(store: () => Store): void {
  it('an invitation is used once, in time', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Hui'));
    const tokenHash = newId<string>();
    await store().transaction((tx) => createInvitation(tx, { tokenHash, person, createdAt: 1, expiresAt: 10 }));
    expect(await store().transaction((tx) => useInvitation(tx, tokenHash, 10))).toBeNull();
    const used = await Promise.all([1, 2].map(() => store().transaction((tx) => useInvitation(tx, tokenHash, 9))));
    expect(used.filter((it) => it !== null)).toEqual([person]);
    expect((await findInvitation(store().read, tokenHash))?.usedAt).toBe(9);
  });

  it('a new invitation takes the place of an unused one', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Ismail'));
    const [first, second] = [newId<string>(), newId<string>()];
    for (const tokenHash of [first, second]) {
      await store().transaction((tx) => createInvitation(tx, { tokenHash, person, createdAt: 1, expiresAt: 10 }));
    }
    expect(await findInvitation(store().read, first)).toBeNull();
    expect(await findInvitation(store().read, second)).toMatchObject({ person, usedAt: null });
  });
}

function attemptTests(store: () => Store): void {
  it('failed sign-ins are counted within a window, and a new window begins at one', async () => {
    const key = newId<string>();
    const fail = (at: number) => store().transaction((tx) => countFailedSignIn(tx, key, { at, windowMs: 100 }));
    expect(await findSignInAttempts(store().read, key)).toBeNull();
    expect([await fail(1_000), await fail(1_099), await fail(1_100), await fail(1_101)]).toEqual([
      { failures: 1, windowStartedAt: 1_000 },
      { failures: 2, windowStartedAt: 1_000 },
      { failures: 1, windowStartedAt: 1_100 },
      { failures: 2, windowStartedAt: 1_100 },
    ]);
    await store().transaction((tx) => forgetSignInAttempts(tx, key));
    expect(await findSignInAttempts(store().read, key)).toBeNull();
  });
}

function questionnaireTests(store: () => Store): void {
  it('a questionnaire is kept version by version, and a version never changes', async () => {
    const id = newId<string>();
    const first: Questionnaire = { id, version: 1, title: 'First', issuer: ['UN ✓'], introduction: [], sections: [], closing: [] };
    await store().transaction(async (tx) => {
      await saveQuestionnaire(tx, first);
      await saveQuestionnaire(tx, { ...first, title: 'Changed' });
      await saveQuestionnaire(tx, { ...first, version: 2, title: 'Second' });
    });
    expect(await findQuestionnaire(store().read, id, 1)).toEqual(first);
    expect(await findQuestionnaire(store().read, id, 3)).toBeNull();
    const listed = (await listQuestionnaires(store().read)).filter((it) => it.id === id);
    expect(listed).toEqual([
      { id, version: 2, title: 'Second' },
      { id, version: 1, title: 'First' },
    ]);
  });
}
