// The making of the demo round "Malaysia, MSQ 2022": with the product's own functions, from the form as it was published.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, dayAt, questionsOf, type RoundId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { createPerson, findPersonByEmail, listRounds, markDemoPeople, now } from '@chancery/store';
import { demoMark } from '../../config.ts';
import type { Context } from '../../context.ts';
import type { ActingPerson } from '../../decision/decide.ts';
import { assignQuestions } from '../assignment/index.ts';
import { importForm, readForm } from '../exchange/index.ts';
import { addAgencyToRound } from '../people/index.ts';
import { openRound } from '../round/index.ts';
import { hashPassword } from '../../sign-in/password.ts';
import { beginThread, reply } from '../thread/index.ts';
import { addPeople, type Agencies, asAuthor, authorOf, type Authors, idOf } from './add-people.ts';
import { demoAgencies, demoAssignments, demoThreads } from './cast.ts';
import { demoPassword } from './index.ts';

const form = new URL('../../../demo/msq-2022-malaysia.md', import.meta.url);
const day = 24 * 60 * 60_000;
const demoZone = 'Asia/Kuala_Lumpur';

/** Makes the demo unless the database holds a round already; true when it was made. Progress is kept: a start that was broken off begins again. */
export async function ensureDemo(context: Context): Promise<boolean> {
  if ((await listRounds(context.store.read)).length > 0) return false;
  if (context.config.databaseUrl === null)
    await writeFile(join(context.config.dataDirectory, demoMark), 'This data directory holds the demo.\n');
  const passwordHash = await hashPassword(demoPassword);
  const administrator = await demoAdministrator(context);
  const round = await openRound(context, administrator, await roundBody(context), asId<RoundId>('malaysia-msq-2022'));
  const agencies = await addAgencies(context, round, administrator);
  const authors = await addPeople(context, { round, administrator, agencies, passwordHash });
  const coordinator = authorOf(authors, 'coordinator.mampu');
  await importPublishedForm(context, round, coordinator);
  await assignAll(context, round, coordinator, agencies);
  await startThreads(context, round, authors, agencies);
  return true;
}

/** Opens the round, confirms its managers, and can sign in to nothing: it has no password. */
async function demoAdministrator(context: Context): Promise<ActingPerson> {
  return context.store.transaction(async (tx) => {
    const createdAt = await now(tx);
    const email = 'administrator@example.org';
    const made = await createPerson(tx, {
      email,
      name: 'Administrator of the demo',
      title: '',
      isAdministrator: true,
      passwordHash: null,
      createdAt,
    });
    const person = made ?? (await findPersonByEmail(tx, email));
    await markDemoPeople(tx, person === null ? [] : [person.id]);
    return asAuthor(person, createdAt);
  });
}

async function roundBody(context: Context): Promise<Parameters<typeof openRound>[2]> {
  const [lead] = demoAgencies;
  if (lead === undefined) throw new Error('the demo has no lead agency');
  const dueDay = dayAt((await now(context.store.read)) + 30 * day, demoZone);
  const { id: questionnaire, version } = msq2022;
  return {
    title: 'Malaysia, MSQ 2022',
    country: 'Malaysia',
    questionnaire,
    version,
    reading: 'shared',
    dueDay,
    timeZone: demoZone,
    leadAgency: { name: lead.name, shortName: lead.shortName },
  };
}

async function addAgencies(context: Context, round: RoundId, administrator: ActingPerson): Promise<Agencies> {
  const state = await context.states.find(round);
  if (state === null) throw new Error('the demo round was not opened');
  const agencies = new Map([[demoAgencies[0]?.key ?? '', state.facts.leadAgency]]);
  for (const { key, name, shortName } of demoAgencies.slice(1)) {
    agencies.set(key, (await addAgencyToRound(context, round, administrator, { name, shortName })).id);
  }
  return agencies;
}

async function importPublishedForm(context: Context, round: RoundId, by: ActingPerson): Promise<void> {
  const read = await readForm({ bytes: new Uint8Array(await readFile(form)), questionnaire: msq2022 }, new AbortController().signal);
  if (!read.ok) throw new Error(`the demo's form was not recognised: ${read.problem.code}`);
  const questions = questionsOf(msq2022).map((question) => question.id);
  await importForm(
    context,
    { round, questions, by, signal: new AbortController().signal, form: read.form, fileName: 'msq-2022-malaysia.md' },
    () => {},
  );
}

async function assignAll(context: Context, round: RoundId, author: ActingPerson, agencies: Agencies): Promise<void> {
  const opened = await now(context.store.read);
  for (const { questions, leading, contributing, dueInDays } of demoAssignments) {
    const contributors = contributing.map(({ agency, mustClear }) => ({ agency: idOf(agencies, agency), mustClear }));
    const assignment = { leadingAgency: idOf(agencies, leading), contributors, dueDay: dayAt(opened + dueInDays * day, demoZone) };
    await assignQuestions(context, { round, author, questions: questions.map((id) => asId(id)), assignment });
  }
}

async function startThreads(context: Context, round: RoundId, authors: Authors, agencies: Agencies): Promise<void> {
  for (const { question, by, kind, addressedTo, body, replies } of demoThreads) {
    const thread = { kind, addressedTo: addressedTo === null ? null : idOf(agencies, addressedTo), anchor: null, body, mentions: [] };
    const started = await beginThread(context, { round, question: asId(question), author: authorOf(authors, by), thread });
    for (const answer of replies)
      await reply(context, { round, thread: started.id, author: authorOf(authors, answer.by), body: answer.body, mentions: [] });
  }
}
