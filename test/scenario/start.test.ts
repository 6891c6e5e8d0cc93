// Proves that a server which cannot start says why in a sentence, leaves no stack trace, and disturbs nobody.
import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type House, openHouse, runChancery } from '../desk/index.ts';

describe('a server that cannot start', () => {
  let house: House;
  let directory: string;
  beforeAll(async () => {
    house = await openHouse('sqlite');
    directory = await mkdtemp(join(tmpdir(), 'chancery-start-'));
  });
  afterAll(async () => {
    await house[Symbol.asyncDispose]();
    await rm(directory, { recursive: true });
  });

  it('on the data directory of another names that one, which lives on', async () => {
    const { code, said } = await serve({ ...house.env, PORT: '0' });
    expect([code, said]).toEqual([1, expect.stringContaining(`${process.pid}`)]);
    expect((await call({ url: house.url, cookie: '' }, 'readHealth', {})).status).toBe('ok');
  });

  it('on a port in use says so and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, said } = await serve({ PORT: String(port), DATA_DIR: directory });
    other.close();
    expect([code, said]).toEqual([
      1,
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start\n`,
    ]);
  });

  it('with a DATABASE_URL that leads nowhere says so without the password', async () => {
    const urls = ['postgres://me:secret@127.0.0.1:1/nothing', 'mysql://me:secret@127.0.0.1/nothing', 'postgres://'];
    for (const DATABASE_URL of urls) {
      const { code, said } = await serve({ DATABASE_URL, DATA_DIR: directory, PORT: '0' });
      expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
      expect(said).not.toContain('secret');
    }
  });

  it('with several wrong settings names them all at once', async () => {
    const { code, said } = await serve({ PORT: 'many', DEMO: 'yes', PUBLIC_URL: 'here', DATABASE_URL: 'there', DATA_DIR: directory });
    expect(code).toBe(1);
    for (const name of ['PORT', 'DEMO', 'PUBLIC_URL', 'DATABASE_URL']) expect(said).toContain(name);
  });

  it('for a command that there is not lists those that there are', async () => {
    const command = runChancery(['dance'], {});
    expect(await command.ended).toBe(2);
    for (const name of ['serve', 'migrate', 'demo', 'create-admin', 'verify', 'backup', 'restore'])
      expect(command.output.stderr).toContain(name);
  });
});

/** Runs until it ends by itself: how, and what it said on its way. */
async function serve(env: Readonly<Record<string, string>>): Promise<{ code: number; said: string }> {
  const command = runChancery(['serve'], { HOST: '127.0.0.1', DEMO: '0', ...env });
  const code = await command.ended;
  expect(command.output.stderr).not.toMatch(/^\s+at /m);
  return { code, said: command.output.stderr };
}
