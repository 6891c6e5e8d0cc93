// Proves how settings are read, and that all wrong ones are told at once.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, demoMark, readConfig } from './config.ts';

describe('the settings', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'chancery-config-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('have a value for everything that is not set', () => {
    expect(readConfig({}, directory)).toEqual({
      host: 'localhost',
      port: 4400,
      dataDirectory: join(directory, '.chancery'),
      databaseUrl: null,
      redisUrl: null,
      isDemo: true,
      publicUrl: null,
      trustedProxies: { kind: 'hops', hops: 0 },
      mail: null,
      metricsToken: null,
      logLevel: 'info',
      logsAddresses: false,
    });
  });

  it('take an empty value for one that is not set', () => {
    expect(readConfig({ PORT: '', HOST: '', DEMO: '', DATABASE_URL: '', PUBLIC_URL: '' }, directory)).toEqual(readConfig({}, directory));
  });

  it('that are wrong are told all at once, without the secrets in them', () => {
    const wrong = {
      PORT: '70000',
      DEMO: 'yes',
      TRUST_PROXY: 'yes',
      SMTP_URL: 'http://me:secret@mail.example',
      MAIL_FROM: 'nobody',
      DATABASE_URL: 'mysql://me:secret@db/x',
      REDIS_URL: 'secret',
      PUBLIC_URL: 'ftp://x',
      METRICS_TOKEN: 'secret',
    };
    const faults = faultsOf(wrong);
    expect(new Set(faults.map((fault) => fault.split(' ')[0]))).toEqual(new Set(Object.keys(wrong)));
    expect(faults.join()).not.toContain('secret');
  });

  it('refuse a Redis where there is no PostgreSQL', () => {
    expect(faultsOf({ REDIS_URL: 'redis://localhost' })).toEqual([
      'REDIS_URL is for several servers of one PostgreSQL database: set DATABASE_URL as well, or leave REDIS_URL out.',
    ]);
    expect(faultsOf({ REDIS_URL: 'redis://localhost', DATABASE_URL: 'postgres://localhost/chancery' })).toEqual([]);
  });

  it.each(['-1', '1.5', '65536', 'http', '0x'])('refuse the port %s', (PORT) => {
    expect(faultsOf({ PORT })).toEqual([`PORT is "${PORT}", but must be a whole number from 0 to 65535.`]);
  });

  it('make a demo of a directory that is new, empty, or began as one', () => {
    const at = (name: string) => readConfig({ DATA_DIR: name }, directory).isDemo;
    mkdirSync(join(directory, 'empty'));
    mkdirSync(join(directory, 'demo'));
    writeFileSync(join(directory, 'demo', demoMark), '');
    mkdirSync(join(directory, 'real'));
    writeFileSync(join(directory, 'real', 'chancery.sqlite'), '');
    expect([at('new'), at('empty'), at('demo'), at('real')]).toEqual([true, true, true, false]);
  });

  it('never make a demo of a PostgreSQL database unless told to', () => {
    const DATABASE_URL = 'postgres://localhost/chancery';
    expect(readConfig({ DATABASE_URL }, directory).isDemo).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: '1' }, directory).isDemo).toBe(true);
    expect(readConfig({ DEMO: '0' }, directory).isDemo).toBe(false);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, /^PUBLIC_URL is missing: for real use/],
    [{ HOST: 'chancery.example.gov' }, /^PUBLIC_URL is missing: for real use/],
    [{ TRUST_PROXY: '1' }, /^PUBLIC_URL is missing: for real use/],
    [{ TRUST_PROXY: '10.0.0.0/8' }, /^PUBLIC_URL is missing: for real use/],
    [{ PUBLIC_URL: 'http://chancery.example.gov' }, /^PUBLIC_URL must begin with https/],
  ])('refuse real use in the open: %j', (env, sentence) => {
    expect(faultsOf({ DEMO: '0', ...env })).toEqual([expect.stringMatching(sentence)]);
    expect(faultsOf({ DEMO: '0', ...env, HOST: 'localhost', PUBLIC_URL: 'https://chancery.example.gov' })).toEqual([]);
  });

  it.each([{}, { HOST: '127.0.0.1' }, { HOST: '::1' }, { PUBLIC_URL: 'http://localhost:4400' }, { HOST: '0.0.0.0', DEMO: '1' }])(
    'let real use on this machine alone, and any demo, be without https: %j',
    (env) => {
      expect(faultsOf({ DEMO: '0', ...env })).toEqual([]);
    },
  );

  it('take the address of a mail server and that of the sender, both or neither', () => {
    const both = { SMTP_URL: 'smtps://me:secret@mail.example.gov', MAIL_FROM: 'Chancery <chancery@example.gov>' };
    expect(readConfig(both, directory).mail).toEqual({ url: both.SMTP_URL, from: { name: 'Chancery', address: 'chancery@example.gov' } });
    expect(faultsOf({ SMTP_URL: both.SMTP_URL })).toEqual([
      'MAIL_FROM is missing: SMTP_URL and MAIL_FROM are set together, or neither is.',
    ]);
    expect(faultsOf({ MAIL_FROM: both.MAIL_FROM })).toEqual([
      'SMTP_URL is missing: SMTP_URL and MAIL_FROM are set together, or neither is.',
    ]);
  });

  it.each(['nobody', 'a@b\r\nBcc: c@d.ee', 'A <a@b.cc>, B <b@c.dd>', '<>'])('refuse the sender %j', (MAIL_FROM) => {
    expect(faultsOf({ SMTP_URL: 'smtp://localhost', MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_FROM must be one address/)]);
  });

  it('name the public address without its trailing slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://answers.example.gov/' }, directory).publicUrl).toBe('https://answers.example.gov');
  });

  it.each(['https://answers.example.gov/chancery', 'https://answers.example.gov/?a=b', 'https://me:secret@answers.example.gov'])(
    'refuse the public address %s, which is more than an origin',
    (PUBLIC_URL) => {
      expect(faultsOf({ PUBLIC_URL })).toEqual([
        'PUBLIC_URL must name a site alone, such as https://chancery.example.gov, without a path.',
      ]);
    },
  );

  it('refuse a data directory that is a file, together with what else is wrong', () => {
    writeFileSync(join(directory, 'a-file'), '');
    expect(faultsOf({ DATA_DIR: 'a-file', PORT: 'x' })).toEqual([
      `DATA_DIR is "a-file", but that is not a directory.`,
      expect.stringContaining('PORT'),
    ]);
  });

  function faultsOf(env: Readonly<Record<string, string>>): readonly string[] {
    try {
      readConfig(env, directory);
    } catch (cause) {
      if (cause instanceof ConfigError) return cause.faults;
      throw cause;
    }
    return [];
  }
});
