// Proves the endpoints of rounds, people, agencies and notices: success and each refusal.
import type { ResponseOf, Problem, RoundView } from '@chancery/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRound, openApp, type TestApp } from '../../testing/open-app.ts';

const opening = {
  title: 'Second round',
  country: 'Utopia',
  questionnaire: 'msq-2022',
  version: 1,
  reading: 'separate',
  dueDay: null,
  leadAgency: { name: 'Lead Agency', shortName: 'LEAD' },
};

describe('a round', () => {
  let app: TestApp;
  let administrator: string;
  let coordinator: string;
  let drafter: string;
  beforeAll(async () => {
    app = await openApp();
    administrator = await app.stranger(true);
    [coordinator, drafter] = await Promise.all([app.signIn('coordinator.mampu'), app.signIn('drafter.moh')]);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const send = (method: string, path: string, body: unknown, cookie: string) => app.ask(path, { method, body, cookie });
  const read = async <T>(path: string, cookie: string) => (await (await app.ask(path, { cookie })).json()) as T;
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  it('of the demo is there for its members, with the answers as they were published', async () => {
    const { answers, agencies, me } = await read<RoundView>(`/api/rounds/${demoRound}`, drafter);
    expect(answers).toHaveLength(47);
    expect(agencies.length).toBeGreaterThanOrEqual(8);
    expect(me.roles).toEqual(['drafter']);
    expect(answers.filter((it) => it.isReadable && it.toConfirm.length > 0).length).toBeGreaterThan(10);
    expect(answers.find((it) => it.question === '43')?.status).toBe('unassigned');
  });

  it('is opened by an administrator alone, with a questionnaire that there is', async () => {
    expect(await codeOf(await send('POST', '/api/rounds', opening, coordinator))).toBe('not-permitted');
    expect(await codeOf(await send('POST', '/api/rounds', { ...opening, version: 99 }, administrator))).toBe('not-found');
    const { id } = (await (await send('POST', '/api/rounds', opening, administrator)).json()) as { id: string };
    const round = await read<RoundView>(`/api/rounds/${id}`, administrator);
    expect(round).toMatchObject({ title: 'Second round', phase: 'open', reading: 'separate', answers: [] });
    expect(await codeOf(await app.ask(`/api/rounds/${id}`, { cookie: drafter }))).toBe('not-found');
    const { rounds } = await read<ResponseOf<'listRounds'>>('/api/rounds', administrator);
    expect(rounds.map((it) => it.id).toSorted()).toEqual([demoRound, id].toSorted());
  });

  it('changes its title, due date and reading by a coordinator or an administrator', async () => {
    const path = `/api/rounds/${demoRound}`;
    expect(await codeOf(await send('PATCH', path, { title: 'Mine' }, drafter))).toBe('not-permitted');
    for (const cookie of [coordinator, administrator])
      expect((await send('PATCH', path, { dueDay: '2027-05-28', timeZone: 'Pacific/Auckland' }, cookie)).status).toBe(200);
    expect(await read<RoundView>(path, drafter)).toMatchObject({
      title: 'Malaysia, MSQ 2022',
      dueDay: '2027-05-28',
      timeZone: 'Pacific/Auckland',
      reading: 'shared',
    });
  });

  it('lists the questionnaires, and gives one whole', async () => {
    const { questionnaires } = await read<ResponseOf<'listQuestionnaires'>>('/api/questionnaires', drafter);
    expect(questionnaires.map((it) => it.id)).toEqual(['msq-2022']);
    expect((await app.ask('/api/questionnaires/msq-2022/1', { cookie: drafter })).headers.get('cache-control')).toContain('immutable');
    expect(await codeOf(await app.ask('/api/questionnaires/msq-2022/9', { cookie: drafter }))).toBe('not-found');
    expect(await codeOf(await app.ask('/api/questionnaires/msq-2022/one', { cookie: drafter }))).toBe('malformed');
  });

  it('gains, renames and loses an agency', async () => {
    const path = `/api/rounds/${demoRound}/agencies`;
    const added = (await (await send('POST', path, { name: ' Ministry of Sea ', shortName: 'SEA' }, coordinator)).json()) as { id: string };
    expect(added).toMatchObject({ name: 'Ministry of Sea', isLead: false, colour: 11 });
    expect((await send('PATCH', `${path}/${added.id}`, { name: 'Ministry of Oceans', shortName: 'SEA' }, coordinator)).status).toBe(200);
    expect((await send('DELETE', `${path}/${added.id}`, undefined, coordinator)).status).toBe(200);
    expect(await codeOf(await send('DELETE', `${path}/${added.id}`, undefined, coordinator))).toBe('not-found');
    expect(await codeOf(await send('PATCH', `${path}/${added.id}`, { name: 'X', shortName: 'X' }, coordinator))).toBe('not-found');
    const { leadAgency } = await read<RoundView>(`/api/rounds/${demoRound}`, coordinator);
    expect(await codeOf(await send('DELETE', `${path}/${leadAgency}`, undefined, coordinator))).toBe('agency-in-use');
    expect(await codeOf(await send('POST', path, { name: 'X', shortName: 'X' }, drafter))).toBe('not-permitted');
    expect(await codeOf(await send('POST', path, { name: '', shortName: 'X' }, coordinator))).toBe('malformed');
  });

  it('gains a member, changes and loses them, by the manager of the agency', async () => {
    const manager = await app.signIn('manager.moh');
    const path = `/api/rounds/${demoRound}/members`;
    const { agencies } = await read<RoundView>(`/api/rounds/${demoRound}`, coordinator);
    const agency = agencies.find((it) => it.shortName === 'MOH')!.id;
    const body = { email: 'new@example.org', name: 'New', title: '', agency, roles: ['observer'] };
    const { person, invitation } = (await (await send('POST', path, body, manager)).json()) as ResponseOf<'addMember'>;
    expect(invitation).toMatch(/\/welcome#[\w-]{32}$/);
    expect(await codeOf(await send('POST', path, { ...body, email: 'NEW@example.org' }, manager))).toBe('email-taken');
    expect(await codeOf(await send('POST', path, { ...body, email: 'b@example.org', agency: 'x' }, manager))).toBe('grant-needs');
    expect(await codeOf(await send('POST', path, { ...body, email: 'b@example.org', roles: [] }, manager))).toBe('malformed');
    expect((await send('PATCH', `${path}/${person}`, { agency, roles: ['drafter', 'drafter'] }, manager)).status).toBe(200);
    const { members } = await read<ResponseOf<'readPeople'>>(`/api/rounds/${demoRound}/people`, drafter);
    expect(members.find((it) => it.person === person)).toMatchObject({ roles: ['drafter'], state: 'invited' });
    expect(await codeOf(await send('PATCH', `${path}/${person}`, { agency, roles: ['coordinator'] }, manager))).toBe('grant-needs');
    expect((await send('DELETE', `${path}/${person}`, undefined, manager)).status).toBe(200);
    expect(await codeOf(await send('DELETE', `${path}/${person}`, undefined, manager))).toBe('not-found');
    expect(await codeOf(await send('POST', `${path}/${person}/invitation`, undefined, manager))).toBe('not-permitted');
  });

  it('tells people what concerns them until they have read it', async () => {
    const { notices } = await read<ResponseOf<'listNotices'>>('/api/notices', drafter);
    expect(notices.filter((it) => !it.isRead).map((it) => it.kind)).toContain('query-addressed');
    const ids = notices.map((it) => it.id);
    await send('POST', '/api/notices/read', { ids }, coordinator);
    expect((await read<ResponseOf<'listNotices'>>('/api/notices', drafter)).notices).toEqual(notices);
    await send('POST', '/api/notices/read', { ids }, drafter);
    expect((await read<ResponseOf<'listNotices'>>('/api/notices', drafter)).notices.every((it) => it.isRead)).toBe(true);
  });

  it('assigns a question that is named twice once', async () => {
    const { agencies } = await read<RoundView>(`/api/rounds/${demoRound}`, coordinator);
    const body = { questions: ['43', '43'], leadingAgency: agencies[0]!.id, contributors: [], dueDay: null };
    expect((await send('PUT', `/api/rounds/${demoRound}/assignments`, body, coordinator)).status).toBe(200);
    const { entries } = await read<ResponseOf<'readHistory'>>(`/api/rounds/${demoRound}/questions/43/history`, coordinator);
    expect(entries.filter((it) => it.kind === 'assigned')).toHaveLength(1);
  });
});

describe('the health of the server', () => {
  it('is ok, and degraded while a document is in danger, since the others are served', async () => {
    await using app = await openApp();
    const health = await app.ask('/api/health');
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', database: 'ok', alarms: [] }]);
    app.context.alarms.raise('a document', 'It cannot be saved.');
    const degraded = await app.ask('/api/health');
    expect([degraded.status, await degraded.json()]).toEqual([
      200,
      { status: 'degraded', database: 'ok', alarms: ['It cannot be saved.'] },
    ]);
    for (const path of ['/livez', '/readyz']) {
      const asked = await app.ask(path);
      expect([asked.status, await asked.text()]).toEqual([200, 'ok']);
    }
    app.context.life.isStopping = true;
    expect([(await app.ask('/livez')).status, (await app.ask('/readyz')).status, (await app.ask('/api/health')).status]).toEqual([
      200, 503, 503,
    ]);
    for (const path of ['/health', '/healthz', '/readyzz', '/livez/x']) expect((await app.ask(path)).status).toBe(404);
  });
});
