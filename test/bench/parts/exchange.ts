// How long an import of the published form and an export of the round take.

import type { ResponseOf, ImportProgress } from '@chancery/contract';
import { files } from '@chancery/contract';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { ask, call, cookieFrom, pathOf, type Visitor } from '../../desk/request.ts';
import { figure, type Figure } from '../figure.ts';
import { emptyFolder, environmentOf, repository, serve } from '../site/installation.ts';
import type { Part } from './part.ts';

const runs = 7;
const email = 'bench@example.org';
const password = 'a long enough password';

export const exchange: Part = {
  name: 'exchange',
  counted:
    'over HTTP, as a browser does it, each run in a new and empty round of its own. Import: from sending the form that Malaysia published ' +
    'to the last line of the report, preview and import together, without the time in which a person looks at the preview. ' +
    'Export: from the request to the last byte, of the round just imported.',
  measure: measureExchange,
};

async function measureExchange(): Promise<readonly Figure[]> {
  await using data = await emptyFolder();
  const invitation = await inviteAdministrator(data.path);
  await using server = await serve(data.path, { DEMO: '0' });
  const given = { token: invitation, name: 'Administrator', title: '', password };
  const person = { url: server.url, cookie: await cookieFrom(server.url, '/api/invitations/use', given) };
  const seed = await readSeed();
  const imports: ImportTimes[] = [];
  const exports: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { round, coordinator } = await openEmptyRound(person, run + 1);
    imports.push(await importForm(coordinator, round, seed));
    exports.push(await exportForm(coordinator, round));
  }
  return [
    figure(
      'Import of the seed',
      's',
      imports.map((it) => it.preview + it.run),
      2,
    ),
    figure(
      '... of which reading and preview',
      's',
      imports.map((it) => it.preview),
      null,
    ),
    figure(
      '... of which writing 47 answers',
      's',
      imports.map((it) => it.run),
      null,
    ),
    figure('Export to Word', 's', exports, 2),
  ];
}

/** The token of the one-time link that `chancery create-admin` prints. */
async function inviteAdministrator(dataDirectory: string): Promise<string> {
  const env = environmentOf(dataDirectory, { DEMO: '0' });
  const printed = await promisify(execFile)(process.execPath, ['run.mjs', 'create-admin', email], { cwd: repository, env });
  const token = /[#/=]([\w-]{20,})\s*$/.exec(printed.stdout)?.[1];
  if (token === undefined) throw new Error(`create-admin printed no link: ${printed.stdout}${printed.stderr}`);
  return token;
}

/** A round of the questionnaire of 2022, with a coordinator of its own. */
async function openEmptyRound(person: Visitor, run: number): Promise<{ round: string; coordinator: Visitor }> {
  const { questionnaires } = await call(person, 'listQuestionnaires', {});
  const [questionnaire] = questionnaires;
  if (questionnaire === undefined) throw new Error('there is no questionnaire to open a round with');
  const { id, version } = questionnaire;
  const leadAgency = { name: 'Lead agency', shortName: 'LEAD' };
  const settings = {
    title: `Run ${run}`,
    country: 'Malaysia',
    questionnaire: id,
    version,
    reading: 'shared' as const,
    dueDay: null,
    leadAgency,
  };
  const { id: round } = await call(person, 'openRound', {}, settings);
  const { leadAgency: agency } = await call(person, 'readRound', { round });
  const somebody = { email: `coordinator.${run}@example.org`, name: 'Coordinator', title: '', agency };
  const { invitation } = await call(person, 'addMember', { round }, { ...somebody, roles: ['coordinator'] });
  const given = { token: new URL(invitation ?? '').hash.slice(1), password };
  return { round, coordinator: { url: person.url, cookie: await cookieFrom(person.url, '/api/invitations/use', given) } };
}

/** Seconds. */
interface ImportTimes {
  readonly preview: number;
  readonly run: number;
}

/** The form as it was published: what the demo is made of. */
export function readSeed(): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(join(repository, 'apps/server/demo/msq-2022-malaysia.md')).then((bytes) => new Uint8Array(bytes));
}

/** Imports every answer of the form. Rejects when the server's report is not one of a whole import. */
export async function importForm(person: Visitor, round: string, form: Uint8Array<ArrayBuffer>): Promise<ImportTimes> {
  const startedAt = performance.now();
  const path = pathOf('/api/rounds/:round/imports', { round });
  const headers = { 'x-file-name': 'msq-2022-malaysia.md', 'content-type': 'text/markdown' };
  const response = await ask(person, path, { method: 'POST', headers, body: form });
  const preview = (await response.json()) as ResponseOf<'previewImport'>;
  const previewedAt = performance.now();
  const questions = preview.answers.map((it) => it.question);
  const report = await ask(person, `${path}/${preview.id}/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ questions }),
  });
  checkReport(await report.text(), questions.length);
  return { preview: (previewedAt - startedAt) / 1000, run: (performance.now() - previewedAt) / 1000 };
}

/** A quick response that did nothing must not pass for a quick import. */
function checkReport(lines: string, questions: number): void {
  const last = JSON.parse(lines.trim().split('\n').at(-1) ?? '{}') as ImportProgress;
  const isWhole = last.kind === 'report' && last.outcomes.length === questions && last.outcomes.every((it) => it.outcome !== 'refused');
  if (!isWhole) throw new Error(`the import was not carried out: ${JSON.stringify(last)}`);
}

/** Seconds until the last byte of the Word document. */
export async function exportForm(person: Visitor, round: string): Promise<number> {
  const startedAt = performance.now();
  const response = await ask(person, pathOf(files.exportRound, { round, format: 'docx' }));
  const { byteLength } = await response.arrayBuffer();
  if (byteLength < 10_000) throw new Error(`${byteLength} bytes are no Word document of the whole form`);
  return (performance.now() - startedAt) / 1000;
}
