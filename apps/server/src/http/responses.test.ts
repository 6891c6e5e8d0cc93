// Proves what is compressed on its way and what is not, and that a response and the log name one request by one id.
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../process/app.ts';
import { createLog } from '../process/log.ts';
import { demoRound, openApp, type TestApp } from '../testing/open-app.ts';

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await openApp();
  cookie = await app.signIn('coordinator.mampu');
});
afterAll(() => app[Symbol.asyncDispose]());

const asked = (path: string, headers: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip, deflate, br' }) =>
  app.ask(path, { cookie, headers });
const round = `/api/rounds/${demoRound}`;

describe('a response', () => {
  it.each([
    `${round}/people`,
    `${round}/contents`,
    `${round}/export.json`,
    `${round}/export.md`,
    `${round}/record.json`,
    '/api/openapi.json',
  ])('of %s is compressed where the browser can read that, and says the same', async (path) => {
    const [compressed, plain] = [await asked(path), await asked(path, {})];
    expect([compressed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect([compressed.headers.get('vary'), plain.headers.get('vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
    expect(gunzipSync(await compressed.arrayBuffer()).toString()).toBe(await plain.text());
  });

  it.each(['/api/session', '/api/nothing', `${round}/export.docx`])('of %s goes as it is', async (path) => {
    expect((await asked(path)).headers.get('content-encoding')).toBeNull();
  });

  it('that is a stream of events goes as it is written', async () => {
    const stream = await asked(`${round}/events`);
    expect([stream.headers.get('content-type'), stream.headers.get('content-encoding')]).toEqual(['text/event-stream', null]);
    await stream.body?.cancel();
  });

  it('with the description of the API is sent once to a client that keeps it', async () => {
    const first = await asked('/api/openapi.json');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    const again = await asked('/api/openapi.json', { 'if-none-match': tag, 'accept-encoding': 'gzip' });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  });
});

describe('the id of a request', () => {
  it.each(['/api/health', '/api/nothing', '/nothing', `${round}/events`])('stands in the response of %s', async (path) => {
    const response = await asked(path);
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    await response.body?.cancel();
  });

  it('is the one that a proxy gave it, unless that could be anything', async () => {
    expect((await asked('/api/health', { 'x-request-id': 'a1-b2' })).headers.get('x-request-id')).toBe('a1-b2');
    for (const id of ['{"level":60}', 'x'.repeat(65)])
      expect((await asked('/api/health', { 'x-request-id': id })).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('stands in the log beside a bug', async () => {
    const lines: string[] = [];
    const server = createApp({ ...app.context, log: createLog({ write: (line) => void lines.push(line) }) }, null);
    server.get('/broken', () => {
      throw new Error('broken');
    });
    const response = await server.request('/broken');
    expect(response.status).toBe(500);
    expect(lines.map((line) => JSON.parse(line) as { readonly event: string }).filter(({ event }) => event !== 'request')).toMatchObject([
      { event: 'bug', requestId: response.headers.get('x-request-id'), err: { message: 'broken' } },
    ]);
  });
});
