// The settings: environment in, one checked value out. Nothing else reads the environment.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseLocation } from '@chancery/store';
import { isLoopback } from './http/headers.ts';
import { parseTrustedProxies, type TrustedProxies } from './http/client-address.ts';
import { type MailSettings, parseMailSettings } from './mail/mail-settings.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly isDemo: boolean;
  /** Origin that browsers use, without a trailing slash; null: whatever host the request names. */
  readonly publicUrl: string | null;
  /** The reverse proxies in front, whose X-Forwarded-For is believed. */
  readonly trustedProxies: TrustedProxies;
  /** Where mail is handed in; null: nobody is sent any. */
  readonly mail: MailSettings | null;
  /** With it the metrics are read from anywhere; null: from this machine alone. */
  readonly metricsToken: string | null;
  /** Of the log: lines below it are not written. */
  readonly logLevel: LogLevel;
  /** True: network addresses stand in the log as they are. */
  readonly logsAddresses: boolean;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every setting that is wrong, each with a sentence. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Throws ConfigError naming all wrong values at once. `cwd` resolves a relative DATA_DIR. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const faults: string[] = [];
  const dataDirectory = directoryOf(env, cwd, faults);
  const databaseUrl = urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], faults);
  const config: Config = {
    host: env['HOST'] || 'localhost',
    port: portOf(env['PORT'], faults),
    dataDirectory,
    databaseUrl,
    redisUrl: redisUrlOf(env, faults),
    isDemo: flagOf(env, 'DEMO', databaseUrl === null && isDemoDirectory(dataDirectory), faults),
    publicUrl: publicOriginOf(env, faults),
    trustedProxies: proxiesOf(env, faults),
    mail: mailOf(env, faults),
    metricsToken: tokenOf(env, 'METRICS_TOKEN', faults),
    logLevel: logLevelOf(env['LOG_LEVEL'] || 'info', faults),
    logsAddresses: flagOf(env, 'LOG_ADDRESSES', false, faults),
  };
  if (!faults.some((it) => /^(PUBLIC_URL|DEMO) /.test(it))) faults.push(...exposureOf(config));
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Real use over a network is over https: passwords and cookies would travel in the open otherwise. */
function exposureOf({ isDemo, host, publicUrl, trustedProxies }: Config): readonly string[] {
  if (isDemo) return [];
  if (publicUrl === null) {
    const isBehindProxy = trustedProxies.kind === 'networks' || trustedProxies.hops > 0;
    return isLoopback(host) && !isBehindProxy
      ? []
      : [
          'PUBLIC_URL is missing: for real use over a network name the site as browsers reach it, such as https://chancery.example.gov. (Without it DEMO=0 serves people on this machine alone, with HOST=localhost and no TRUST_PROXY.)',
        ];
  }
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || isLoopback(hostname)
    ? []
    : ['PUBLIC_URL must begin with https:// for real use; a reverse proxy in front does the encryption (docs/running.md).'];
}

function proxiesOf(env: Readonly<Record<string, string | undefined>>, faults: string[]): TrustedProxies {
  const value = env['TRUST_PROXY'] || '0';
  const trusted = parseTrustedProxies(value);
  if (trusted === null)
    faults.push(
      `TRUST_PROXY is "${value}", but must be the number of reverse proxies in front (0 to 10), or their addresses or networks, such as 10.0.0.0/8,::1.`,
    );
  return trusted ?? { kind: 'hops', hops: 0 };
}

function logLevelOf(value: string, faults: string[]): LogLevel {
  const level = logLevels.find((it) => it === value);
  if (level === undefined) faults.push(`LOG_LEVEL is "${value}", but must be one of ${logLevels.join(', ')}.`);
  return level ?? 'info';
}

function mailOf(env: Readonly<Record<string, string | undefined>>, faults: string[]): MailSettings | null {
  const read = parseMailSettings({ url: env['SMTP_URL'] ?? '', from: env['MAIL_FROM'] ?? '' });
  faults.push(...read.faults);
  return read.settings;
}

/** Where the database is: in PostgreSQL where it is named, in the data directory otherwise. */
export function databaseLocationOf({ databaseUrl, dataDirectory }: Config): DatabaseLocation {
  return databaseUrl === null ? { kind: 'sqlite', directory: dataDirectory } : { kind: 'postgres', url: databaseUrl };
}

/** Names the file that marks a data directory as a demo's, so that a later start stays one. */
export const demoMark = 'demo';

/** A new or empty directory becomes a demo by default; one that began as a demo stays one. */
function isDemoDirectory(directory: string): boolean {
  if (!existsSync(directory)) return true;
  if (!statSync(directory).isDirectory()) return false;
  const entries = readdirSync(directory);
  return entries.length === 0 || entries.includes(demoMark);
}

function directoryOf(env: Readonly<Record<string, string | undefined>>, cwd: string, faults: string[]): string {
  const value = env['DATA_DIR'] || '.chancery';
  const directory = resolve(cwd, value);
  if (existsSync(directory) && !statSync(directory).isDirectory()) faults.push(`DATA_DIR is "${value}", but that is not a directory.`);
  return directory;
}

function portOf(value: string | undefined, faults: string[]): number {
  if (value === undefined || value === '') return 4400;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  faults.push(`PORT is "${value}", but must be a whole number from 0 to 65535.`);
  return 0;
}

function flagOf(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: boolean, faults: string[]): boolean {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (value !== '0' && value !== '1') faults.push(`${name} is "${value}", but must be 1 (yes) or 0 (no).`);
  return value === '1';
}

function urlOf(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  protocols: readonly string[],
  faults: string[],
): string | null {
  const value = env[name];
  if (value === undefined || value === '') return null;
  // The value itself may hold a password: it is never printed.
  const kinds = protocols.map((protocol) => `${protocol}//`).join(' or ');
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) faults.push(`${name} must be a URL that begins with ${kinds}.`);
  return value;
}

/** The embedded database has one server; what Redis would carry between several has nowhere to go. */
function redisUrlOf(env: Readonly<Record<string, string | undefined>>, faults: string[]): string | null {
  const url = urlOf(env, 'REDIS_URL', ['redis:', 'rediss:'], faults);
  if (url !== null && !env['DATABASE_URL'])
    faults.push('REDIS_URL is for several servers of one PostgreSQL database: set DATABASE_URL as well, or leave REDIS_URL out.');
  return url;
}

const minTokenLength = 16;

function tokenOf(env: Readonly<Record<string, string | undefined>>, name: string, faults: string[]): string | null {
  const value = env[name];
  if (value === undefined || value === '') return null;
  if (value.length < minTokenLength) faults.push(`${name} is short enough to be guessed: take at least ${minTokenLength} characters.`);
  return value;
}

/** An address with a path could never be the origin of a request, so that every one of them would be refused. */
function publicOriginOf(env: Readonly<Record<string, string | undefined>>, faults: string[]): string | null {
  const before = faults.length;
  const value = urlOf(env, 'PUBLIC_URL', ['http:', 'https:'], faults);
  if (value === null || faults.length > before) return null;
  const { href, origin } = new URL(value);
  if (href !== `${origin}/`) faults.push('PUBLIC_URL must name a site alone, such as https://chancery.example.gov, without a path.');
  return origin;
}
