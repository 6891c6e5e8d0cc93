// Proves that `npm run dev` serves on a data directory of its own, reads a form in a worker, and comes back when a source changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, call, cookieFrom, eventually } from '../desk/index.ts';
import { freePort } from '../desk/free-port.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** The demo's password and its only round, as the sign-in page shows them. */
const [password, round] = ['chancery-demo-2022', 'malaysia-msq-2022'];
const withinMs = 120_000;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chancery-dev-'));
});
afterAll(() => rm(directory, { recursive: true }));

it('the development server imports a form, and comes back after an edit', { timeout: 240_000 }, async () => {
  const [PORT, VITE_PORT] = [String(await freePort()), String(await freePort())];
  const env = { ...process.env, PORT, VITE_PORT, DATA_DIR: directory, DATABASE_URL: '', REDIS_URL: '' };
  const dev = spawn(process.execPath, ['run.mjs', 'dev'], { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(dev, 'close');
  const timesReady = () => said.split('Chancery is ready').length - 1;
  try {
    await eventually(() => expect(timesReady(), said).toBe(1), withinMs);
    const page = `http://localhost:${VITE_PORT}`;
    await eventually(async () => expect(await (await fetch(page)).text()).toContain('/@vite/client'), withinMs);
    const coordinator = { url: page, cookie: await cookieFrom(page, '/api/session', { email: 'coordinator.mampu@example.org', password }) };

    const form = await (await ask(coordinator, `/api/rounds/${round}/export.md`)).arrayBuffer();
    const headers = { 'x-file-name': 'form.md', 'content-type': 'text/markdown' };
    const read = await ask(coordinator, `/api/rounds/${round}/imports`, { method: 'POST', headers, body: form });
    expect((await read.json()) as object).toMatchObject({ answers: expect.arrayContaining([expect.objectContaining({ fate: 'same' })]) });

    const now = new Date();
    await utimes(join(repository, 'apps/server/src/process/main.ts'), now, now); // as an editor does that saves without a change
    await eventually(() => expect(timesReady(), said).toBe(2), withinMs);
    await eventually(async () => expect((await call(coordinator, 'readRound', { round })).answers).not.toEqual([]), withinMs);
  } finally {
    dev.kill('SIGTERM');
    await ended;
  }
  expect(said).not.toMatch(/^\s+at /m);
});
