// Tests of people, accounts, sign-ins, invitations, paces and questionnaires.
import type { Questionnaire } from '@chancery/domain';
import { expect, it } from 'vitest';
import {
  changePerson,
  countTry,
  createInvitation,
  createPerson,
  deleteEndedMail,
  deleteExpiredSignIns,
  deleteIdlePaces,
  disablePerson,
  dropInvitations,
  enablePerson,
  endSignInsOf,
  endSignInsOfDemo,
  extendSignIn,
  failuresOf,
  findCredentials,
  findInvitation,
  findPerson,
  findPersonByEmail,
  findQuestionnaire,
  findSignIn,
  forgetFamiliarAddresses,
  forgetTries,
  freeMail,
  isFamiliarAddress,
  keepFamiliarAddress,
  leaseMail,
  holdAdministrators,
  listQuestionnaires,
  type MailOutcome,
  mailState,
  markDemoPeople,
  pageOfAccounts,
  proveSignIn,
  saveQuestionnaire,
  setAdministrator,
  setPassword,
  settleMail,
  signInsOf,
  startSignIn,
  type Store,
  useInvitation,
  waitOf,
  writeMail,
} from '../../index.ts';
import type { MailTo } from '../../account/mail.ts';
import { newId } from '../../schema/values.ts';
import { someone } from '../cast.ts';
import { storeOfSuite, type TestDatabase } from '../store-fixtures.ts';

export function peopleSuite(database: TestDatabase): void {
  const store = storeOfSuite(database);
  personTests(store);
  accountTests(store);
  mailTests(store);
  signInTests(store);
  invitationTests(store);
  paceTests(store);
  familiarAddressTests(store);
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
      await changePerson(tx, id, { name: 'Esah binti Omar', title: 'Secretary', email: `Esah.${id}@Example.org` });
      await setPassword(tx, id, 'argon2');
      await disablePerson(tx, id, 9);
    });
    const person = await findPerson(store().read, id);
    const email = `esah.${id.toLowerCase()}@example.org`;
    expect(person).toMatchObject({ name: 'Esah binti Omar', title: 'Secretary', email, hasPassword: true, disabledAt: 9 });
    expect((await findCredentials(store().read, String(person?.email)))?.passwordHash).toBe('argon2');
  });
}

const begun = { createdAt: 1, expiresAt: 10, provenAt: 1, lastUsedAt: 1, agent: 'Firefox' };

function signInTests(store: () => Store): void {
  it('a sign-in is extended, proven and ended', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Farid'));
    const [one, other] = [newId<string>(), newId<string>()];
    await store().transaction(async (tx) => {
      for (const idHash of [one, other]) await startSignIn(tx, { idHash, person, ...begun });
      await extendSignIn(tx, one, { at: 4, expiresAt: 2_000_000_000_000 });
      await proveSignIn(tx, one, 5);
    });
    expect(await findSignIn(store().read, one)).toEqual({
      idHash: one,
      person,
      createdAt: 1,
      lastUsedAt: 4,
      expiresAt: 2_000_000_000_000,
      provenAt: 5,
      agent: 'Firefox',
    });
    expect((await findPerson(store().read, person))?.lastSignInAt).toBe(1);
    await store().transaction((tx) => deleteExpiredSignIns(tx, 10));
    expect((await signInsOf(store().read, person)).map((it) => it.idHash)).toEqual([one]);
    await store().transaction((tx) => endSignInsOf(tx, person));
    expect(await findSignIn(store().read, one)).toBeNull();
  });

  it('a disabled person has no sign-in', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Gopal'));
    const idHash = newId<string>();
    await store().transaction((tx) => startSignIn(tx, { idHash, person, ...begun }));
    await store().transaction((tx) => disablePerson(tx, person, 2));
    expect(await findSignIn(store().read, idHash)).toBeNull();
    await store().transaction((tx) => enablePerson(tx, person));
    expect(await findSignIn(store().read, idHash)).not.toBeNull();
  });

  it('of the sign-ins of a person all are ended but the one that is kept, and of a demo all of everybody', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Gita'));
    const ids = [newId<string>(), newId<string>(), newId<string>()];
    await store().transaction(async (tx) => {
      for (const idHash of ids) await startSignIn(tx, { idHash, person, ...begun });
    });
    const ended = await store().transaction((tx) => endSignInsOf(tx, person, ids[0]));
    expect(ended.toSorted()).toEqual(ids.slice(1).toSorted());
    expect((await store().transaction((tx) => endSignInsOfDemo(tx))).ended).not.toContain(ids[0]);
    await store().transaction((tx) => markDemoPeople(tx, [person]));
    expect(await findPerson(store().read, person)).toMatchObject({ isDemo: true });
    const ofDemo = await store().transaction((tx) => endSignInsOfDemo(tx));
    expect(ofDemo.ended).toContain(ids[0]);
    expect(ofDemo.people).toBeGreaterThan(0);
  });
}

function invitationTests(store: () => Store): void {
  it('an invitation is used once, in time', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Hui'));
    const tokenHash = newId<string>();
    await store().transaction((tx) =>
      createInvitation(tx, { tokenHash, person, createdAt: 1, expiresAt: 10, delivery: { sentTo: 'hui@example.org', shownTo: null } }),
    );
    expect(await store().transaction((tx) => useInvitation(tx, tokenHash, 10))).toBeNull();
    const used = await Promise.all([1, 2].map(() => store().transaction((tx) => useInvitation(tx, tokenHash, 9))));
    expect(used.filter((it) => it !== null)).toEqual([person]);
    expect(await findInvitation(store().read, tokenHash)).toMatchObject({ usedAt: 9, delivery: { sentTo: 'hui@example.org' } });
  });

  it('a new invitation takes the place of an unused one', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Ismail'));
    const [first, second] = [newId<string>(), newId<string>()];
    for (const tokenHash of [first, second]) {
      await store().transaction((tx) => createInvitation(tx, { tokenHash, person, createdAt: 1, expiresAt: 10, delivery: null }));
    }
    expect(await findInvitation(store().read, first)).toBeNull();
    expect(await findInvitation(store().read, second)).toMatchObject({ person, usedAt: null, delivery: null });
    expect(await store().transaction((tx) => dropInvitations(tx, person))).toBe(true);
    expect(await findInvitation(store().read, second)).toBeNull();
    expect(await store().transaction((tx) => dropInvitations(tx, person))).toBe(false);
  });
}

function paceTests(store: () => Store): void {
  it('a key that was tried often is to wait, for as long as it was tried too often, and is forgotten when it is free', async () => {
    const key = newId<string>();
    const pace = { burst: 2, everyMs: 100 };
    const wait = (at: number) => waitOf(store().read, key, pace, at);
    const attempt = (at: number) => store().transaction((tx) => countTry(tx, key, pace, at));
    expect(await wait(1_000)).toBe(0);
    await attempt(1_000);
    expect(await wait(1_000)).toBe(0);
    await attempt(1_000);
    expect([await wait(1_000), await wait(1_099), await wait(1_100)]).toEqual([100, 1, 0]);
    await attempt(1_100);
    expect([await wait(1_100), await wait(1_200)]).toEqual([100, 0]);
    await store().transaction((tx) => deleteIdlePaces(tx, 1_299));
    expect(await wait(1_100)).toBe(100);
    await store().transaction((tx) => forgetTries(tx, key));
    expect(await wait(1_100)).toBe(0);
    await attempt(2_000);
    await store().transaction((tx) => deleteIdlePaces(tx, 2_100));
    expect(await wait(2_000)).toBe(0);
  });

  it('of tries at the same time none is left out', async () => {
    const key = newId<string>();
    const pace = { burst: 1, everyMs: 100 };
    await Promise.all(Array.from({ length: 8 }, () => store().transaction((tx) => countTry(tx, key, pace, 1_000))));
    expect(await waitOf(store().read, key, pace, 1_000)).toBe(800);
  });
}

function familiarAddressTests(store: () => Store): void {
  it('an address is familiar for as long as the person comes from there', async () => {
    const [person, other] = await store().transaction(async (tx) => [await someone(tx, 'Jamal'), await someone(tx, 'Kala')] as const);
    const address = newId<string>();
    for (const at of [5, 9]) await store().transaction((tx) => keepFamiliarAddress(tx, person, address, at));
    const isFamiliar = (who: typeof person, since: number) => isFamiliarAddress(store().read, who, address, since);
    expect([await isFamiliar(person, 9), await isFamiliar(person, 10), await isFamiliar(other, 1)]).toEqual([true, false, false]);
    await store().transaction((tx) => forgetFamiliarAddresses(tx, 10));
    expect(await isFamiliar(person, 1)).toBe(false);
  });
}

function mailTests(store: () => Store): void {
  const leaseMs = 100;
  const lease = (server: string, at: number) => store().transaction((tx) => leaseMail(tx, { server, at, dueAt: at, leaseMs }));
  const write = (to: MailTo, at: number) => store().transaction((tx) => writeMail(tx, { to, kind: 'link', details: { by: 'Bala' }, at }));

  it('a mail is leased by one of the servers that ask at once, and by another when the lease is over', async () => {
    await write({ address: 'a@example.org' }, 1_000);
    expect(await lease('one', 999)).toBeNull();
    const leased = await Promise.all(['one', 'two', 'three'].map((server) => lease(server, 1_000)));
    const [mail, ...more] = leased.filter((it) => it !== null);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'link', to: { address: 'a@example.org' }, details: { by: 'Bala' }, at: 1_000, tries: 0 });
    expect(await lease('four', 1_099)).toBeNull();
    expect(await lease('four', 1_100)).toMatchObject({ id: mail?.id });
    // Whose lease is over notes nothing any more.
    const first = ['one', 'two', 'three'][leased.findIndex((it) => it !== null)] ?? '';
    const settle = (server: string, outcome: MailOutcome) =>
      store().transaction((tx) => settleMail(tx, { id: mail?.id ?? '', server }, outcome));
    await settle(first, { status: 'failed', at: 1_101, failure: 'no' });
    expect(await mailState(store().read)).toEqual({ waiting: 1, failed: 0, oldestAt: 1_000 });
    await settle('four', { status: 'waiting', nextTryAt: 2_000, failure: 'later' });
    expect([await lease('five', 1_999), (await lease('five', 2_000))?.tries]).toEqual([null, 1]);
    await store().transaction((tx) => freeMail(tx));
    expect((await lease('six', 2_001))?.id).toBe(mail?.id);
    await settle('six', { status: 'sent', at: 2_002 });
    expect(await mailState(store().read)).toEqual({ waiting: 0, failed: 0, oldestAt: null });
    await store().transaction((tx) => deleteEndedMail(tx, { sent: 2_003, failed: 0 }));
  });

  it('what was given up is kept, and said of its person until a later mail arrives', async () => {
    const person = await store().transaction((tx) => someone(tx, 'Olga'));
    const give = async (at: number, outcome: MailOutcome) => {
      await write({ person }, at);
      const id = (await lease('one', at))?.id ?? '';
      await store().transaction((tx) => settleMail(tx, { id, server: 'one' }, outcome));
    };
    await give(1_000, { status: 'failed', at: 1_001, failure: 'no such mailbox' });
    expect(await failuresOf(store().read, [person])).toEqual(new Map([[person, 'no such mailbox']]));
    expect((await mailState(store().read)).failed).toBe(1);
    await give(2_000, { status: 'sent', at: 2_001 });
    expect(await failuresOf(store().read, [person])).toEqual(new Map());
    await store().transaction((tx) => deleteEndedMail(tx, { sent: 2_002, failed: 1_001 }));
    expect((await mailState(store().read)).failed).toBe(1);
    await store().transaction((tx) => deleteEndedMail(tx, { sent: 2_002, failed: 1_002 }));
    expect((await mailState(store().read)).failed).toBe(0);
  });
}

function accountTests(store: () => Store): void {
  it('accounts are found page by page, by name, and by part of a name or an address whatever its signs', async () => {
    const mark = newId<string>().toLowerCase();
    const names = ['Zainab', 'Ah%mad', 'Bee_Lian'].map((name) => `${name} ${mark}`);
    await store().transaction(async (tx) => {
      for (const name of names) await someone(tx, name);
    });
    const page = (text: string, offset: number) => pageOfAccounts(store().read, { text, offset, size: 2 });
    const namesOf = async (text: string, offset = 0) => (await page(text, offset)).accounts.map((it) => it.person.name);
    expect(await namesOf(mark.toUpperCase())).toEqual([names[1], names[2]]);
    expect(await namesOf(mark, 2)).toEqual([names[0]]);
    expect((await page(mark, 0)).total).toBe(3);
    expect(await namesOf(`h%m`)).toEqual(await namesOf(`H%MAD`));
    expect(await namesOf(`%mad ${mark}`)).toEqual([names[1]]);
    expect(await namesOf(`e_l%${mark}`)).toEqual([]);
  });

  it('the administrators who can sign in are those with a password whose account is not disabled', async () => {
    const [active, invited, disabled] = await store().transaction(async (tx) => [
      await someone(tx, 'Lim'),
      await someone(tx, 'Mei'),
      await someone(tx, 'Nor'),
    ]);
    const now = await store().transaction(async (tx) => {
      for (const it of [active, invited, disabled]) await setAdministrator(tx, it, true);
      for (const it of [active, disabled]) await setPassword(tx, it, 'argon2');
      await disablePerson(tx, disabled, 1);
      return holdAdministrators(tx);
    });
    expect([active, invited, disabled].map((it) => now.includes(it))).toEqual([true, false, false]);
    await store().transaction((tx) => setAdministrator(tx, active, false));
    expect(await store().transaction((tx) => holdAdministrators(tx))).not.toContain(active);
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
