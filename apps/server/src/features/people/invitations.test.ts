// Proves that a manager is handed no link that opens more than what the manager may give.
import type { ResponseOf, Problem } from '@chancery/contract';
import { createPerson } from '@chancery/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRound, openApp, type TestApp } from '../../testing/open-app.ts';

describe('a one-time link', () => {
  let app: TestApp;
  let administrator: string;
  let manager: string;
  let agency: string;
  const members = `/api/rounds/${demoRound}/members`;
  beforeAll(async () => {
    app = await openApp();
    [administrator, manager] = await Promise.all([app.stranger(true), app.signIn('manager.mampu')]);
    const people = await app.ask(`/api/rounds/${demoRound}/people`, { cookie: manager });
    agency = ((await people.json()) as ResponseOf<'readPeople'>).agencies[0]?.id ?? '';
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const add = async (email: string, cookie: string) => {
    const body = { email, name: `New ${email}`, title: '', agency, roles: ['drafter'] };
    return (await (await app.ask(members, { method: 'POST', cookie, body })).json()) as ResponseOf<'addMember'>;
  };
  const invite = (person: string, cookie: string) => app.ask(`${members}/${person}/invitation`, { method: 'POST', cookie });
  const account = (email: string, isAdministrator: boolean) =>
    app.context.store.transaction((tx) =>
      createPerson(tx, { email, name: `Waiting ${email}`, title: '', isAdministrator, passwordHash: null, createdAt: 1 }),
    );

  it('is handed to the manager who made the account, as often as asked', async () => {
    const { person, invitation } = await add('fresh@example.org', manager);
    expect(invitation).toContain('/welcome#');
    expect(((await (await invite(person, manager)).json()) as ResponseOf<'inviteAgain'>).invitation).toContain('/welcome#');
  });

  it('to an administrator who has not come yet is for another administrator alone', async () => {
    await account('chief@example.org', true);
    const { person, invitation } = await add('chief@example.org', manager);
    expect(invitation).toBeNull();
    expect(((await (await invite(person, manager)).json()) as Problem).code).toBe('not-permitted');
    expect(((await (await invite(person, administrator)).json()) as ResponseOf<'inviteAgain'>).invitation).toContain('/welcome#');
  });

  it('to somebody of another round is not for the manager of this one', async () => {
    const { person } = await add('both@example.org', manager);
    const opening = {
      title: 'Another',
      country: 'Utopia',
      questionnaire: 'msq-2022',
      version: 1,
      reading: 'shared',
      dueDay: null,
      leadAgency: { name: 'Lead', shortName: 'LEAD' },
    };
    const { id } = (await (await app.ask('/api/rounds', { method: 'POST', cookie: administrator, body: opening })).json()) as {
      id: string;
    };
    const people = (await (await app.ask(`/api/rounds/${id}/people`, { cookie: administrator })).json()) as ResponseOf<'readPeople'>;
    const body = { email: 'both@example.org', name: 'Both', title: '', agency: people.agencies[0]?.id ?? '', roles: ['coordinator'] };
    expect((await app.ask(`/api/rounds/${id}/members`, { method: 'POST', cookie: administrator, body })).status).toBe(200);
    expect(((await (await invite(person, manager)).json()) as Problem).code).toBe('not-permitted');
  });
});
