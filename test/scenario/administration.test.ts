// Proves how a real installation begins: an administrator by a one-time link, rounds, agencies, people by one-time links of their own.
import { expect, it } from 'vitest';
import { call, cookieFrom, housePassword, onEachDatabase, runChancery, smallQuestionnaire, type Visitor } from '../desk/index.ts';

await onEachDatabase('an installation', (house) => {
  it('gets its administrator by a link that a command prints beside the running server, and that works once', async () => {
    const administrator = await administratorBy(house().env, house().url, 'first@example.org');
    const { person } = await call(administrator, 'readSession', {});
    expect(person).toMatchObject({ email: 'first@example.org', name: 'Head of IT', isAdministrator: true });
    expect((await call(administrator, 'listQuestionnaires', {})).questionnaires.map((it) => it.id)).toContain('msq-2022');
  });

  it('opens a round and lets people in step by step: a coordinator, a ministry’s manager, and whom the manager invites', async () => {
    const administrator = await administratorBy(house().env, house().url, 'second@example.org');
    const entering = async (link: string | null) => ({ url: house().url, cookie: await usedLink(house().url, link) });
    const { id, version } = smallQuestionnaire;
    const leadAgency = { name: "Prime Minister's Office", shortName: 'PMO' };
    const opening = { title: 'First', country: 'Utopia', questionnaire: id, version, reading: 'shared' as const, dueDay: null, leadAgency };
    const { id: round } = await call(administrator, 'openRound', {}, opening);
    const { leadAgency: lead } = await call(administrator, 'readRound', { round });
    const { id: agency } = await call(administrator, 'addAgency', { round }, { name: 'Ministry of Sea', shortName: 'SEA' });
    const somebody = (email: string, name: string) => ({ email, name, title: '', agency });
    const ben = { ...somebody('ben@example.org', 'Ben'), agency: lead, roles: ['coordinator' as const] };
    await expect(call(administrator, 'addMember', { round }, { ...ben, agency })).refused('role-needs-lead-agency');
    const coordinator = await entering((await call(administrator, 'addMember', { round }, ben)).invitation);
    const ada = { ...somebody('Ada@Example.org', 'Ada'), roles: ['manager' as const] };
    const named = await call(coordinator, 'addMember', { round }, ada);
    const manager = await entering(named.invitation);
    const ana = { ...somebody('Ana@Example.org', 'Ana'), roles: ['drafter' as const] };
    await expect(call(manager, 'addMember', { round }, ana)).refused('not-permitted');
    await call(administrator, 'confirmMember', { round, person: named.person }, { role: 'manager' });
    const { person, invitation } = await call(manager, 'addMember', { round }, ana);
    await expect(call(manager, 'addMember', { round }, { ...ana, name: 'Anna' })).refused('email-taken');
    const { members } = await call(administrator, 'readPeople', { round });
    expect(members.find((it) => it.person === person)).toMatchObject({ name: 'Ana', state: 'invited', roles: ['drafter'] });
    const again = await call(manager, 'inviteAgain', { round, person });
    await expect(usedLink(house().url, invitation)).refused('link-used');
    const entered = await entering(again.invitation);
    // The name is the inviter's, whatever the person would rather be called.
    expect((await call(entered, 'readSession', {})).person).toMatchObject({ name: 'Ana', title: '' });
    expect((await call(entered, 'readRound', { round })).me).toMatchObject({ person, roles: ['drafter'] });
    const signedIn = await cookieFrom(house().url, '/api/session', { email: 'ana@example.org', password: housePassword });
    expect((await call({ url: house().url, cookie: signedIn }, 'listRounds', {})).rounds.map((it) => it.title)).toEqual(['First']);
    expect(await call(manager, 'inviteAgain', { round, person })).toEqual({ person, invitation: null, sentTo: null });
    await expect(call(administrator, 'readAnswer', { round, question: '1' })).refused('not-found');
    await expect(call(administrator, 'removeAgency', { round, agency })).refused('agency-in-use');
    await expect(call(entered, 'openRound', {}, opening)).refused('not-permitted');
  });

  it('uses a link by a click alone: looking at it, or at its address, leaves it as it is', async () => {
    const link = await printedLink(house().env, 'looked-at@example.org');
    for (const method of ['GET', 'HEAD']) await fetch(`${house().url}/welcome`, { method });
    for (const path of ['/api/invitations/use', '/api/invitations/reading']) {
      expect((await fetch(`${house().url}${path}?token=${link.hash.slice(1)}`)).status).toBe(405);
    }
    const visitor = { url: house().url, cookie: '' };
    for (let look = 0; look < 3; look += 1) await call(visitor, 'readInvitation', {}, { token: link.hash.slice(1) });
    expect(await usedLink(house().url, link.href)).not.toBe('');
  });

  it('keeps its links out of every log: the token is in the fragment alone', async () => {
    const link = await printedLink(house().env, 'third@example.org');
    expect(link.search + link.pathname).toBe('/welcome');
    expect(link.hash.slice(1)).toMatch(/^[\w-]{32}$/);
  });

  it('makes nobody an administrator who is somebody else already', async () => {
    const command = runChancery(['create-admin', 'observer@example.org'], house().env);
    expect(await command.ended).toBe(1);
    expect(command.output.stderr).toMatch(/has an account already/);
    const nobody = runChancery(['create-admin'], house().env);
    expect(await nobody.ended).toBe(2);
  });

  it('tells nobody of people and passwords: it is no demo', async () => {
    await expect(call({ url: house().url, cookie: '' }, 'readDemo', {})).refused('not-found');
  });

  it('is administered at the server on the day on which nobody can sign in', async () => {
    const run = async (...args: readonly string[]) => {
      const command = runChancery(['user', ...args], house().env);
      return [await command.ended, command.output.stdout + command.output.stderr] as const;
    };
    const email = 'outsider@example.org';
    const enter = (password: string) => cookieFrom(house().url, '/api/session', { email, password });
    const table = (await run('list'))[1].split('\n');
    expect(table[0]).toMatch(/^E-MAIL +NAME +STATE +LAST SIGN-IN$/);
    expect(table.find((line) => line.startsWith(email))).toMatch(/active/);
    for (const wrong of [[], ['link'], ['disable'], ['list', 'more'], ['remove', email], ['enable', email, 'more']])
      expect(await run(...wrong)).toEqual([2, expect.stringMatching(/missing|too many|not known/)]);
    expect(await run('link', 'nobody@example.org')).toEqual([1, 'There is no account with the address nobody@example.org.\n']);
    const url = house().url;
    const cookie = await enter(housePassword);
    expect(await run('disable', email)).toEqual([0, expect.stringContaining('is disabled')]);
    await expect(call({ url, cookie }, 'listRounds', {})).refused('not-signed-in');
    await expect(enter(housePassword)).refused('wrong-password');
    expect(await run('link', email)).toEqual([1, 'The account is disabled. Enable it first.\n']);
    expect(await run('enable', email)).toEqual([0, expect.stringContaining('is enabled')]);
    const [, printed] = await run('link', email);
    const token = /#([\w-]{32})\n/.exec(printed)?.[1] ?? '';
    await call({ url, cookie: '' }, 'useInvitation', {}, { token, password: 'another long enough password' });
    expect(await enter('another long enough password')).toMatch(/./);
  });
});

async function administratorBy(env: Readonly<Record<string, string>>, url: string, email: string): Promise<Visitor> {
  const link = await printedLink(env, email);
  const visitor = { url, cookie: '' };
  expect(await call(visitor, 'readInvitation', {}, { token: link.hash.slice(1) })).toMatchObject({ email });
  await expect(usedLink(url, link.href, 'short')).refused('password-too-short');
  const cookie = await usedLink(url, link.href);
  await expect(usedLink(url, link.href)).refused('link-used');
  await expect(call(visitor, 'readInvitation', {}, { token: link.hash.slice(1) })).refused('link-used');
  return { url, cookie };
}

async function printedLink(env: Readonly<Record<string, string>>, email: string): Promise<URL> {
  const command = runChancery(['create-admin', email], env);
  expect([await command.ended, command.output.stderr]).toEqual([0, '']);
  return new URL(/^http\S+$/m.exec(command.output.stdout)?.[0] ?? '');
}

function usedLink(url: string, link: string | null, password = housePassword): Promise<string> {
  const token = new URL(link ?? '').hash.slice(1);
  return cookieFrom(url, '/api/invitations/use', { token, name: 'Head of IT', title: '', password });
}
