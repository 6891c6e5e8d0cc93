// The facts of one round as the database holds them: everything a rule may ask, except for the texts.
import {
  type Acceptance,
  type AgencyId,
  type AnswerFacts,
  type Assignment,
  type Clearance,
  findQuestion,
  type Membership,
  type PersonId,
  type Question,
  type Questionnaire,
  type QuestionId,
  type RoundFacts,
  type RoundId,
  type Role,
  type TakenBack,
  type ThreadFacts,
  type Vouching,
} from '@chancery/domain';
import {
  acceptancesOf,
  type Agency,
  agenciesOf,
  assignmentsOf,
  clearancesOf,
  type Database,
  findQuestionnaire,
  findRound,
  membersOf,
  type Person,
  type Round,
  takenBackOf,
  threadFactsOf,
} from '@chancery/store';
import type { ContentState } from './contents.ts';

export interface RoundState {
  readonly id: RoundId;
  readonly round: Round;
  readonly facts: RoundFacts;
  readonly questionnaire: Questionnaire;
  readonly agencies: readonly Agency[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly memberships: ReadonlyMap<PersonId, Membership>;
  /** Who stands behind each role of each member. */
  readonly vouching: ReadonlyMap<PersonId, ReadonlyMap<Role, Vouching>>;
  readonly assignments: ReadonlyMap<QuestionId, Assignment>;
  readonly clearances: ReadonlyMap<QuestionId, readonly Clearance[]>;
  readonly acceptances: ReadonlyMap<QuestionId, Acceptance>;
  readonly takenBack: ReadonlyMap<QuestionId, TakenBack>;
  readonly threads: ReadonlyMap<QuestionId, readonly ThreadFacts[]>;
}

/** Reads rounds; keeps the questionnaires, which never change once they are saved. */
export class RoundStates {
  readonly #questionnaires = new Map<string, Questionnaire>();
  readonly #read: Database;

  constructor(read: Database) {
    this.#read = read;
  }

  /** The round as committed, or as `db` (a transaction) sees it; null when there is none. */
  async find(id: RoundId, db: Database = this.#read): Promise<RoundState | null> {
    const round = await findRound(db, id);
    if (round === null) return null;
    const questionnaire = await this.questionnaire(round.questionnaire.id, round.questionnaire.version, db);
    if (questionnaire === null) throw new Error(`round ${id} names a questionnaire that is not there`);
    const [agencies, members, assignments, clearances, acceptances, takenBack, threads] = await Promise.all([
      agenciesOf(db, id),
      membersOf(db, id),
      assignmentsOf(db, id),
      clearancesOf(db, id),
      acceptancesOf(db, id),
      takenBackOf(db, id),
      threadFactsOf(db, id),
    ]);
    return {
      id,
      round,
      questionnaire,
      facts: { phase: round.phase, reading: round.reading, leadAgency: round.leadAgency },
      agencies,
      people: new Map(members.map(({ person }) => [person.id, person])),
      memberships: new Map(members.map(({ person, membership }) => [person.id, membership])),
      vouching: new Map(members.map(({ person, vouching }) => [person.id, vouching])),
      assignments,
      clearances,
      acceptances,
      takenBack,
      threads,
    };
  }

  /** A questionnaire by id and version; null when there is none. */
  async questionnaire(id: string, version: number, db: Database = this.#read): Promise<Questionnaire | null> {
    const key = `${id}@${version}`;
    const known = this.#questionnaires.get(key) ?? (await findQuestionnaire(db, id, version));
    if (known !== null) this.#questionnaires.set(key, known);
    return known;
  }
}

export type FactsBesideText = Omit<AnswerFacts, 'digest' | 'completeness' | 'isEmpty'>;

/** Everything the rules ask about one answer, with the text as committed. */
export function answerFacts(state: RoundState, question: Question, content: ContentState): AnswerFacts {
  const { digest, completeness, isEmpty } = content;
  return { ...factsBesideText(state, question), digest, completeness, isEmpty };
}

/** What is known of an answer whose text cannot be read. */
export function factsBesideText(state: RoundState, question: Question): FactsBesideText {
  return {
    question,
    phase: state.facts.phase,
    assignment: state.assignments.get(question.id) ?? null,
    clearances: state.clearances.get(question.id) ?? [],
    acceptance: state.acceptances.get(question.id) ?? null,
    takenBack: state.takenBack.get(question.id) ?? null,
    threads: state.threads.get(question.id) ?? [],
  };
}

/** The question, which the caller has checked to exist. */
export function questionOf(state: RoundState, id: QuestionId): Question {
  const question = findQuestion(state.questionnaire, id);
  if (question === undefined) throw new Error(`question ${id} is not in the questionnaire of round ${state.id}`);
  return question;
}

/** The full name of an agency of this round, as the record prints it. */
export function nameOfAgency(state: RoundState, id: AgencyId): string {
  return state.agencies.find((agency) => agency.id === id)?.name ?? id;
}
