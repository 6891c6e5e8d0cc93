// The round that the page is about: loaded once by the layout, read by every screen below it.
import type { RoundView } from '@chancery/contract';
import { listTitles, type Question, type QuestionId, type Questionnaire, questionsOf } from '@chancery/domain';
import { createContext, use } from 'react';
import type { EventsState } from './round-events.ts';

export interface CurrentRound {
  readonly round: RoundView;
  readonly questionnaire: Questionnaire;
  /** Every question by its id. */
  readonly questions: ReadonlyMap<QuestionId, Question>;
  /** What a list calls each question. */
  readonly titles: ReadonlyMap<QuestionId, string>;
  readonly agencies: ReadonlyMap<string, RoundView['agencies'][number]>;
  readonly people: ReadonlyMap<string, RoundView['people'][number]>;
  readonly events: EventsState;
}

export const CurrentRoundContext = createContext<CurrentRound | null>(null);

/** The round of the page; only below the round's layout. */
export function useRound(): CurrentRound {
  const current = use(CurrentRoundContext);
  if (current === null) throw new Error('useRound outside a round');
  return current;
}

/** What was read, with its parts ready to be looked up. */
export function currentRoundOf(round: RoundView, questionnaire: Questionnaire, events: EventsState): CurrentRound {
  return {
    round,
    questionnaire,
    questions: new Map(questionsOf(questionnaire).map((question) => [question.id, question])),
    titles: listTitles(questionnaire),
    agencies: new Map(round.agencies.map((agency) => [agency.id, agency])),
    people: new Map(round.people.map((person) => [person.id, person])),
    events,
  };
}
