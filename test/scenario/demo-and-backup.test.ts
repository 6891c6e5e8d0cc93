// Proves the commands around a server: the demo that a first start makes, and backups made beside it.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type QuestionId, type RoundId } from '@chancery/domain';
import { documentId, openStore } from '@chancery/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, cookieFrom, runChancery, serveApart, type Serving, type Visitor } from '../desk/index.ts';

const round = 'malaysia-msq-2022';

describe('a first start with nothing but a directory', () => {
  let directory: string;
  let serving: Serving;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chancery-demo-'));
    env = { DATA_DIR: join(directory, 'data'), DEMO: '' };
    serving = await serveApart(env);
  });
  afterAll(async () => {
    await serving.stop();
    await rm(directory, { recursive: true });
    if (serving.alarms.length > 0) throw new Error(serving.alarms.join('\n'));
  });

  it('makes the demo, with people for every role who sign in with the password it tells', async () => {
    const { password, people } = await call({ url: serving.url, cookie: '' }, 'readDemo', {});
    const roles = new Set(people.flatMap((it) => it.roles));
    expect([...roles].toSorted()).toEqual(['authorized-respondent', 'clearing-officer', 'coordinator', 'drafter', 'manager', 'observer']);
    expect(people.every((it) => it.email.endsWith('@example.org'))).toBe(true);
    for (const { email } of people.slice(0, 3)) expect(await cookieFrom(serving.url, '/api/session', { email, password })).not.toBe('');
  });

  it('is a demo again at the next start, with the same round', async () => {
    const before = await call(await coordinator(serving.url), 'readContents', { round });
    await serving.stop();
    serving = await serveApart(env);
    expect(await call(await coordinator(serving.url), 'readContents', { round })).toEqual(before);
  });

  it('is backed up while it runs, and restored when it does not', async () => {
    const file = join(directory, 'backup.sqlite');
    const person = await coordinator(serving.url);
    expect(await outcome(['backup', file])).toEqual([0, expect.stringContaining(file)]);
    expect(await outcome(['backup', file])).toEqual([1, expect.stringContaining('exists already')]);
    for (const secret of [file, join(directory, 'data', 'chancery.sqlite')]) expect((await stat(secret)).mode & 0o077).toBe(0);
    await call(person, 'changeRound', { round }, { title: 'After the backup' });
    expect(await outcome(['restore', file])).toEqual([1, expect.stringMatching(/\d+/)]);
    await serving.stop();
    expect(await outcome(['restore', file])).toEqual([0, expect.stringContaining('is kept as')]);
    {
      // Windows that were opened before the restore start again.
      await using store = await openStore({ kind: 'sqlite', directory: join(directory, 'data') });
      expect(await store.updateLog.load(documentId(asId<RoundId>(round), asId<QuestionId>('1')))).toMatchObject({ epoch: 2 });
    }
    serving = await serveApart(env);
    expect((await call(await coordinator(serving.url), 'readRound', { round })).title).toBe('Malaysia, MSQ 2022');
  });

  it('started for real use lets none of its people in, and says so', async () => {
    const person = await coordinator(serving.url);
    const { password } = await call({ url: serving.url, cookie: '' }, 'readDemo', {});
    await serving.stop();
    serving = await serveApart({ ...env, DEMO: '0' });
    await expect(call({ ...person, url: serving.url }, 'listRounds', {})).refused('not-signed-in');
    await expect(cookieFrom(serving.url, '/api/session', { email: 'coordinator.mampu@example.org', password })).refused('wrong-password');
    await expect(call({ url: serving.url, cookie: '' }, 'readDemo', {})).refused('not-found');
  });

  async function outcome(args: readonly string[]): Promise<[number, string]> {
    const command = runChancery(args, env);
    const code = await command.ended;
    return [code, command.output.stdout + command.output.stderr];
  }
});

async function coordinator(url: string): Promise<Visitor> {
  const { password } = await call({ url, cookie: '' }, 'readDemo', {});
  return { url, cookie: await cookieFrom(url, '/api/session', { email: 'coordinator.mampu@example.org', password }) };
}
