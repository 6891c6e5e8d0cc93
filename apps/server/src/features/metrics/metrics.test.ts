// Proves who may read the metrics, and that they name what an operator asks for and nobody by name.
import { asId } from '@chancery/domain';
import { documentId } from '@chancery/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../process/app.ts';
import { demoRound, openApp, type TestApp } from '../../testing/open-app.ts';

const token = 'a token of thirty-two characters';
let app: TestApp;
beforeAll(async () => {
  app = await openApp({ METRICS_TOKEN: token });
});
afterAll(() => app[Symbol.asyncDispose]());

async function ask(from: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return createApp(app.context, null).request('/metrics', { headers }, { incoming: { socket: { remoteAddress: from } } });
}

it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('are there for this machine (%s)', async (address) => {
  const response = await ask(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
});

it('are there from anywhere with the token', async () => {
  expect((await ask('10.0.0.7', { authorization: `Bearer ${token}` })).status).toBe(200);
});

it.each([
  ['from elsewhere', '10.0.0.7', {}],
  ['from elsewhere with another token', '10.0.0.7', { authorization: 'Bearer something' }],
  ['from a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }],
  ['from a proxy that says so otherwise', '::1', { forwarded: 'for=10.0.0.7' }],
])('are not there %s', async (_, address, headers) => {
  expect((await ask(address, headers)).status).toBe(404);
});

it('name everything that is watched, and nobody', async () => {
  const cookie = await app.signIn('drafter.moh');
  expect((await app.ask('/api/rounds/malaysia-msq-2022', { cookie })).status).toBe(200);
  await app.context.rooms.edit(documentId(asId(demoRound), asId('1')), null, (doc) => void doc.getMap('choices').set('a', { options: [] }));
  const text = await (await ask('127.0.0.1')).text();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(watched));
  expect(text).toMatch(/^chancery_appended_updates_total [1-9]/m);
  expect(text).toMatch(/^chancery_http_requests_total\{status="2xx"\} [1-9]/m);
  expect(text).toMatch(/^chancery_closed_sessions_total\{reason="tooSlow"\} 0$/m);
  expect(text).not.toMatch(/malaysia|@example/);
});

const watched = [
  'chancery_rooms',
  'chancery_sessions',
  'chancery_links',
  'chancery_commit_seconds',
  'chancery_appended_updates_total',
  'chancery_appended_bytes_total',
  'chancery_log_compactions_total',
  'chancery_unacknowledged_frames',
  'chancery_unacknowledged_bytes',
  'chancery_uncommitted_documents',
  'chancery_closed_sessions_total',
  'chancery_refused_content_total',
  'chancery_http_requests_total',
  'chancery_event_streams',
  'chancery_event_loop_delay_seconds',
  'chancery_alarms',
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
];
