// Proves of every route of the contract what holds for all: who is let in, what is refused before it is looked at, and that it is described.
import { endpoints, files, type Problem, type RouteName, routes } from '@chancery/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRound, openApp, type TestApp } from '../testing/open-app.ts';

/** Routes that anybody may call; what they refuse, they refuse for other reasons. */
const open: readonly RouteName[] = [
  ...(['readHealth', 'readDemo', 'readSession', 'signIn', 'signOut', 'readInvitation', 'useInvitation', 'requestPasswordLink'] as const),
];
const digest = '0'.repeat(64);
const assignment = { leadingAgency: 'a', contributors: [], dueDay: null };
const names = { name: 'Name', shortName: 'N' };
const reason = { reason: 'incorrect', text: '' };

/** A body that is well-formed, for every route that takes one. */
const bodies: Readonly<Partial<Record<RouteName, object>>> = {
  signIn: { email: 'nobody@example.org', password: 'x' },
  proveIdentity: { password: 'x' },
  readInvitation: { token: 'x' },
  useInvitation: { token: 'x', password: 'a long enough password' },
  requestPasswordLink: { email: 'nobody@example.org' },
  changePassword: { present: 'x', password: 'four words put together' },
  findAccounts: { text: '', page: 1 },
  disableAccount: { evenLastCoordinator: false },
  openRound: { title: 'T', country: 'C', questionnaire: 'msq-2022', version: 1, reading: 'shared', dueDay: null, leadAgency: names },
  changeRound: { title: 'T' },
  addAgency: names,
  changeAgency: names,
  addMember: { email: 'a@example.org', name: 'A', title: '', agency: 'a', roles: ['drafter'] },
  changeMember: { agency: 'a', roles: ['drafter'] },
  changeLeadAgency: { agency: 'a' },
  confirmMember: { role: 'manager' },
  correctPerson: { name: 'A' },
  assignQuestions: { questions: ['1'], ...assignment },
  settleProposal: { outcome: 'declined', reason: '' },
  clearAnswer: { digest },
  acceptAnswer: { digest },
  markNoAnswer: {},
  returnAnswer: reason,
  reopenAnswer: reason,
  approveRound: { digests: {}, words: '' },
  recordSending: { on: '2026-01-01', channel: 'post', addressee: 'A', note: '' },
  startThread: { kind: 'comment', addressedTo: null, anchor: null, body: 'B', mentions: [] },
  addComment: { body: 'B', mentions: [] },
  editComment: { body: 'B', mentions: [] },
  resolveThread: {},
  runImport: { questions: [] },
  readNotices: { ids: [] },
};

const all = Object.keys(routes) as RouteName[];
const signedInOnly = all.filter((name) => !open.includes(name));
const ofRounds = signedInOnly.filter((name) => routes[name].includes('/:round'));
const withBody = all.filter((name) => endpoints[name].body !== null);
const unsafe = all.filter((name) => !routes[name].startsWith('GET '));
const downloads = Object.values(files).filter((path) => path.startsWith('/api/'));

describe('every route', () => {
  let app: TestApp;
  let stranger: string;
  beforeAll(async () => {
    app = await openApp();
    stranger = await app.stranger(false);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  function ask(name: RouteName, cookie: string, changed: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> {
    const [method = '', path = ''] = routes[name].split(' ');
    const body = bodies[name];
    return app.ask(addressOf(path), { method, cookie, ...(body === undefined ? {} : { body }), ...changed });
  }

  it('that takes a body has a well-formed one in this test', () => {
    expect(Object.keys(bodies).toSorted()).toEqual(withBody.toSorted());
    for (const name of withBody) expect([name, endpoints[name].body?.safeParse(bodies[name]).success]).toEqual([name, true]);
  });

  it.each(signedInOnly)('%s is for people who are signed in', async (name) => {
    await expectProblem(await ask(name, ''), 401, 'not-signed-in');
    await expectProblem(await ask(name, 'chancery_session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 401, 'not-signed-in');
  });

  it.each(downloads)('%s is for people who are signed in', async (path) => {
    await expectProblem(await app.ask(addressOf(path)), 401, 'not-signed-in');
  });

  it.each(open)('%s is open to anybody', async (name) => {
    const response = await ask(name, '');
    if (!response.ok) expect(((await response.json()) as Problem).code).toMatch(/^(wrong-password|link-used|not-found)$/);
  });

  it.each(ofRounds)('%s does not tell a stranger that the round is there', async (name) => {
    await expectProblem(await ask(name, stranger), 404, 'not-found');
  });

  it.each(downloads)('%s does not tell a stranger that the round is there', async (path) => {
    await expectProblem(await app.ask(addressOf(path), { cookie: stranger }), 404, 'not-found');
  });

  it.each(withBody)('%s refuses a body that is not what it takes', async (name) => {
    for (const body of ['', '{"cut', '[]', '"text"']) await expectProblem(await ask(name, stranger, { body }), 400, 'malformed');
  });

  it.each(withBody)('%s refuses a body of more than 256 KB', async (name) => {
    const body = JSON.stringify({ ...bodies[name], padding: 'x'.repeat(300_000) });
    await expectProblem(await ask(name, stranger, { body, headers: { 'content-length': String(body.length) } }), 413, 'too-large');
  });

  it.each(unsafe)('%s is not carried out for a page of another site', async (name) => {
    const foreign = { headers: { origin: 'https://elsewhere.example', host: 'localhost' } };
    await expectProblem(await ask(name, stranger, foreign), 403, 'foreign-origin');
    await expectProblem(await ask(name, stranger, { headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'foreign-origin');
  });

  it('stands in the description of the API, with its body and its answer', async () => {
    const description = (await (await app.ask('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const described = Object.values(description.paths).flatMap((methods) => Object.values(methods).map((it) => it.operationId));
    expect(described.toSorted()).toEqual([...all, ...Object.keys(files).filter((it) => it !== 'document' && it !== 'link')].toSorted());
    for (const name of all) {
      const [method = '', path = ''] = routes[name].split(' ');
      const operation = description.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const takesBody = endpoints[name].body !== null || name === 'previewImport' || name === 'sendToLink';
      expect([name, 'requestBody' in (operation ?? {})]).toEqual([name, takesBody]);
    }
  });

  it('that carries files is described with what it carries', async () => {
    type Operation = { requestBody?: { content: object }; responses: { 200: { content: object } } };
    const { paths } = (await (await app.ask('/api/openapi.json')).json()) as { paths: Record<string, Record<string, Operation>> };
    const answers = (path: string, method = 'get') =>
      Object.keys(paths[`/api/rounds/{round}${path}`]?.[method]?.responses[200].content ?? {});
    expect(answers('/export.{format}')).toContain('text/markdown');
    expect(answers('/record.json')).toEqual(['application/json']);
    expect(answers('/events')).toEqual(['text/event-stream']);
    expect(answers('/imports/{import}/run', 'post')).toEqual(['application/x-ndjson']);
    expect(Object.keys(paths['/api/links']?.['post']?.responses[200].content ?? {})).toEqual(['application/octet-stream']);
    expect(Object.keys(paths['/api/links/{link}/up']?.['post']?.requestBody?.content ?? {})).toEqual(['application/octet-stream']);
    expect(Object.keys(paths['/api/rounds/{round}/imports']?.['post']?.requestBody?.content ?? {})).toEqual(['application/octet-stream']);
  });

  it('that is not there is a problem, and not a page', async () => {
    await expectProblem(await app.ask('/api/nothing'), 404, 'not-found');
    await expectProblem(await app.ask('/nothing'), 404, 'not-found');
  });

  it('says which methods its address knows when another one is tried', async () => {
    const response = await app.ask('/api/session', { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, DELETE');
    await expectProblem(response, 405, 'method-not-allowed');
    await expectProblem(await app.ask(`/api/rounds/${demoRound}/record.json`, { method: 'DELETE' }), 405, 'method-not-allowed');
    // Who may not read the metrics is not told that they are there.
    await expectProblem(await app.ask('/metrics', { method: 'POST' }), 404, 'not-found');
  });
});

/** The address with the demo's round and with ids that lead nowhere otherwise. */
function addressOf(path: string): string {
  const known: Readonly<Record<string, string>> = {
    round: demoRound,
    question: '1',
    questionnaire: 'msq-2022',
    version: '1',
    format: 'md',
  };
  return path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'nothing');
}

async function expectProblem(response: Response, status: number, code: Problem['code']): Promise<void> {
  const problem = (await response.json()) as Problem;
  expect([problem.code, response.status]).toEqual([code, status]);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.detail).toMatch(/^[A-Z].*\.$/s);
}
