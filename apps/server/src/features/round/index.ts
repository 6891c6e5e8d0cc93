// The endpoints of rounds: list, open, overview, change, and the questionnaires a round can be opened with.
import { initialUpdate, schemaVersion } from '@chancery/answer-doc';
import type { ResponseOf, RoundView } from '@chancery/contract';
import { confirmationsFor, dayAt, type EntryDraft, type QuestionId, questionsOf, type RoundId } from '@chancery/domain';
import { chainEntry, openingDetails } from '@chancery/record';
import {
  appendEntry,
  changeRound,
  countAcceptances,
  createDocument,
  createRound,
  findApproval,
  findVoidedApproval,
  listQuestionnaires,
  listRounds,
  now,
  type Round,
  roundsOf,
} from '@chancery/store';
import { actorOf, checkRoundRight, mayRead, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type ActingPerson, commitDecision } from '../../decision/decide.ts';
import { implement, type ParsedBody, type Server } from '../../http/implement.ts';
import { checkOpen, managementEntry } from '../../decision/manage-round.ts';
import { grantFacts, targetOf } from '../../round/granting.ts';
import { ProblemError, RefusalError } from '../../http/problem.ts';
import type { RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { answerRow, readOverview } from '../answer/index.ts';

/** Serves rounds and questionnaires. */
export function serveRounds(server: Server, context: Context): void {
  implement(server, 'listQuestionnaires', async () => ({
    questionnaires: (await listQuestionnaires(context.store.read)).map((it) => ({ ...it })),
  }));
  implement(server, 'readQuestionnaire', async ({ params, http }) => {
    const questionnaire = await context.states.questionnaire(params.questionnaire, params.version);
    if (questionnaire === null) throw new ProblemError('not-found', 'There is no such questionnaire.');
    // A version never changes once a round was opened with it.
    return http.json(questionnaire, 200, { 'cache-control': 'private, max-age=86400, immutable' });
  });
  implement(server, 'listRounds', async ({ by }) => ({ rounds: await summaries(context, by) }));
  implement(server, 'openRound', async ({ body, by }) => ({ id: await openRound(context, by, body) }));
  implement(server, 'readRound', async ({ params, by }) => readRound(context, params.round, by));
  implement(server, 'changeRound', async ({ params, body, by }) => {
    await change(context, params.round, by, body);
    return { ok: true };
  });
}

async function summaries(context: Context, by: SignedIn): Promise<ResponseOf<'listRounds'>['rounds']> {
  const { read } = context.store;
  const rounds = by.person.isAdministrator ? await listRounds(read) : await roundsOf(read, by.person.id);
  const accepted = await countAcceptances(
    read,
    rounds.map((round) => round.id),
  );
  return Promise.all(rounds.map((round) => summary(context, round, by, accepted.get(round.id) ?? 0)));
}

async function summary(
  context: Context,
  round: Round,
  by: SignedIn,
  accepted: number,
): Promise<ResponseOf<'listRounds'>['rounds'][number]> {
  const state = await stateOf(context, round.id);
  const membership = state.memberships.get(by.person.id);
  const agency = state.agencies.find((it) => it.id === membership?.agency);
  const { id, title, country, phase, dueDay, timeZone } = round;
  const questions = questionsOf(state.questionnaire).filter((question) => question.answeredBy === 'agencies').length;
  return {
    id,
    title,
    country,
    phase,
    dueDay,
    today: dayAt(await now(context.store.read), timeZone),
    agency: agency === undefined ? null : { id: agency.id, name: agency.name },
    roles: [...(membership?.roles ?? [])],
    named: [...(membership?.named ?? [])],
    progress: { questions, accepted },
  };
}

/** Opens a round with one empty answer document for each question, all in one transaction. */
export async function openRound(context: Context, author: ActingPerson, body: ParsedBody<'openRound'>, id?: RoundId): Promise<RoundId> {
  if (!author.person.isAdministrator) throw new RefusalError({ code: 'not-permitted' });
  const questionnaire = await context.states.questionnaire(body.questionnaire, body.version);
  if (questionnaire === null) throw new ProblemError('not-found', 'There is no such questionnaire.');
  return context.store.transaction(async (tx) => {
    const createdAt = await now(tx);
    const { title, country, reading, dueDay, timeZone = 'UTC', leadAgency } = body;
    const opened = {
      title,
      country,
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      reading,
      dueDay,
      timeZone,
      createdAt,
      leadAgency: { ...leadAgency, colour: 1 },
    };
    const round = await createRound(tx, id === undefined ? opened : { ...opened, id });
    for (const question of questionsOf(questionnaire)) {
      await createDocument(tx, { round: round.id, question: question.id, bytes: initialUpdate(question), schemaVersion, createdAt });
    }
    const { person, provenAt } = author;
    const entry: EntryDraft = {
      kind: 'round-opened',
      by: {
        person: person.id,
        name: person.name,
        title: person.title,
        agency: null,
        role: 'administrator',
        vouchedBy: null,
        confirmedBy: null,
      },
      words: `The round "${title}" of ${country} was opened with ${leadAgency.name} as lead coordinating agency.`,
      scope: [],
      authentication: { method: 'password', at: provenAt },
      details: await openingDetails({ round: { id: round.id, title, country }, questionnaire }),
    };
    await appendEntry(tx, round.id, entry, chainEntry);
    return round.id;
  });
}

async function readRound(context: Context, id: RoundId, by: SignedIn): Promise<RoundView> {
  const state = await stateOf(context, id);
  const actor = checkRoundRight(state, by.person, 'read-round');
  const questions = questionsOf(state.questionnaire).filter((question) => mayRead(state, by.person, question));
  const [overview, contents, approval, voided, at] = await Promise.all([
    readOverview(context, id),
    context.contents.ofRound(id, state.questionnaire),
    findApproval(context.store.read, id),
    findVoidedApproval(context.store.read, id),
    now(context.store.read),
  ]);
  const answers = questions.map((question) =>
    answerRow({ state, actor, question, content: contents.readable.get(question.id) ?? null, overview }),
  );
  const maySee = (question: QuestionId | null) => questions.some((it) => it.id === question);
  return {
    ...head(state, by),
    now: at,
    today: dayAt(at, state.round.timeZone),
    answers,
    approval: approval === null ? null : { person: approval.person, at: approval.at },
    voidedApproval: voided === null ? null : { ...voided, question: maySee(voided.question) ? voided.question : null },
  };
}

function head(state: RoundState, by: SignedIn): Omit<RoundView, 'now' | 'today' | 'answers' | 'approval' | 'voidedApproval'> {
  const { id, title, country, phase, reading, dueDay, timeZone, questionnaire, leadAgency, sentAt } = state.round;
  const actor = actorOf(state, by.person);
  return {
    id,
    title,
    country,
    phase,
    reading,
    dueDay,
    timeZone,
    questionnaire: { ...questionnaire },
    leadAgency,
    sentAt,
    me: {
      person: by.person.id,
      isAdministrator: by.person.isAdministrator,
      agency: actor.membership?.agency ?? null,
      roles: [...(actor.membership?.roles ?? [])],
      named: [...(actor.membership?.named ?? [])],
    },
    toConfirm: confirmationsFor(
      actor,
      [...state.people.keys()].map((id) => targetOf(state, id)),
      grantFacts(state),
    ).map((it) => ({ ...it })),
    agencies: state.agencies.map(({ id: agency, name, shortName, colour, isLead }) => ({ id: agency, name, shortName, colour, isLead })),
    people: [...state.people.values()].map((person) => ({
      id: person.id,
      name: person.name,
      title: person.title,
      agency: state.memberships.get(person.id)?.agency ?? null,
    })),
  };
}

async function change(context: Context, id: RoundId, by: SignedIn, body: ParsedBody<'changeRound'>): Promise<void> {
  await commitDecision(context, id, async (tx, state) => {
    checkRoundRight(state, by.person, 'manage-round');
    checkOpen(state);
    const title = body.title ?? state.round.title;
    const reading = body.reading ?? state.round.reading;
    const dueDay = body.dueDay === undefined ? state.round.dueDay : body.dueDay;
    const timeZone = body.timeZone ?? state.round.timeZone;
    await changeRound(tx, id, { title, reading, dueDay, timeZone });
    const words = `The round is called "${title}"; ${reading === 'shared' ? 'every member reads every answer' : 'an agency reads only the questions assigned to it'}.`;
    const entry = managementEntry(state, by, { kind: 'round-changed', words, details: { title, reading, dueDay, timeZone } });
    return { result: undefined, entries: [entry], events: [{ kind: 'round-changed' }, { kind: 'rights-changed' }] };
  });
}
