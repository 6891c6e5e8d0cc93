// What the web knows of the server: one query for each thing that is read, with its key. Nothing else names a key.
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { QuestionId, RoundId } from '@chancery/domain';
import { call } from './call.ts';

export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => call('readSession', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => call('readDemo', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One's own. */
export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: ({ signal }) => call('readAccount', { signal }), staleTime: 0 });

/** Of the installation: those whose name or address holds the text. */
export function accountsQuery(text: string, page: number) {
  return queryOptions({
    queryKey: [...accountsKey, text, page],
    queryFn: ({ signal }) => call('findAccounts', { body: { text, page }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Begins the key of everything that is of the accounts of the installation. */
export const accountsKey: readonly string[] = ['accounts'];

export const roundsQuery = queryOptions({ queryKey: ['rounds'], queryFn: ({ signal }) => call('listRounds', { signal }) });

export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: ({ signal }) => call('listNotices', { signal }) });

export const questionnairesQuery = queryOptions({
  queryKey: ['questionnaires'],
  queryFn: ({ signal }) => call('listQuestionnaires', { signal }),
});

/** Not kept once nobody looks at it: the token is a secret until it is used. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('readInvitation', { body: { token }, signal }),
    gcTime: 0,
  });
}

export function roundQuery(round: RoundId) {
  return queryOptions({
    queryKey: [...roundKey(round), 'overview'],
    queryFn: ({ signal }) => call('readRound', { params: { round }, signal }),
  });
}

/** A version of a questionnaire never changes, so it is asked for once. */
export function questionnaireQuery({ id, version }: { readonly id: string; readonly version: number }) {
  return queryOptions({
    queryKey: ['questionnaire', id, version],
    queryFn: ({ signal }) => call('readQuestionnaire', { params: { questionnaire: id, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

export function answerQuery(round: RoundId, question: QuestionId) {
  return queryOptions({
    queryKey: [...answerKey(round, question), 'answer'],
    queryFn: ({ signal }) => call('readAnswer', { params: { round, question }, signal }),
  });
}

export function lastClearedQuery(round: RoundId, question: QuestionId) {
  return queryOptions({
    queryKey: [...answerKey(round, question), 'last-cleared'],
    queryFn: ({ signal }) => call('readLastCleared', { params: { round, question }, signal }),
  });
}

export function historyQuery(round: RoundId, question: QuestionId) {
  return queryOptions({
    queryKey: [...answerKey(round, question), 'history'],
    queryFn: ({ signal }) => call('readHistory', { params: { round, question }, signal }),
  });
}

export function proposalsQuery(round: RoundId, question: QuestionId) {
  return queryOptions({
    queryKey: [...answerKey(round, question), 'proposals'],
    queryFn: ({ signal }) => call('readProposals', { params: { round, question }, signal }),
  });
}

export function contentsQuery(round: RoundId) {
  return queryOptions({
    queryKey: [...roundKey(round), 'contents'],
    queryFn: ({ signal }) => call('readContents', { params: { round }, signal }),
  });
}

export function peopleQuery(round: RoundId) {
  return queryOptions({
    queryKey: [...roundKey(round), 'people'],
    queryFn: ({ signal }) => call('readPeople', { params: { round }, signal }),
  });
}

export function recordQuery(round: RoundId) {
  return queryOptions({
    queryKey: [...roundKey(round), 'record'],
    queryFn: ({ signal }) => call('readRecord', { params: { round }, signal }),
  });
}

/** Begins the key of everything that is of one round. */
export function roundKey(round: string): readonly string[] {
  return ['round', round];
}

/** Begins the key of everything that is of one answer. */
export function answerKey(round: string, question: string): readonly string[] {
  return ['round', round, 'question', question];
}

/** Asks again for everything that an action on an answer may have changed. */
export async function refreshAnswer(client: QueryClient, round: string, question: string): Promise<void> {
  const stale = [
    answerKey(round, question),
    [...roundKey(round), 'overview'],
    [...roundKey(round), 'contents'],
    [...roundKey(round), 'record'],
  ];
  await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
}
