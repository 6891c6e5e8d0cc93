// Owns the canonical content of answers as committed, kept in memory by log sequence so that an overview does not read 47 documents.
import { contentOf } from '@chancery/answer-doc';
import { type Question, type QuestionId, type Questionnaire, questionsOf, type RoundId } from '@chancery/domain';
import { type Database, documentId, sequencesOf } from '@chancery/store';
import type { Rooms } from '@chancery/sync';
import { type ContentState, contentState } from './content-state.ts';

export class Contents {
  readonly #known = new Map<string, ContentState>();
  readonly #rooms: Rooms;
  readonly #read: Database;

  constructor(rooms: Rooms, read: Database) {
    this.#rooms = rooms;
    this.#read = read;
  }

  /** The content of one answer as committed. */
  async of(round: RoundId, question: Question): Promise<ContentState> {
    const document = documentId(round, question.id);
    const { content, sequence } = await this.#rooms.read(document, (doc, at) => ({ content: contentOf(doc, question), sequence: at }));
    return this.#remember(document, question, content, sequence);
  }

  /** The contents of all answers of a round; reads only documents that have moved since the last time. */
  async ofRound(round: RoundId, questionnaire: Questionnaire): Promise<ReadonlyMap<QuestionId, ContentState>> {
    const sequences = await sequencesOf(this.#read, round);
    const states = await Promise.all(
      questionsOf(questionnaire).map(async (question) => {
        const known = this.#known.get(documentId(round, question.id));
        const isCurrent = known !== undefined && known.sequence === sequences.get(question.id);
        return [question.id, isCurrent ? known : await this.of(round, question)] as const;
      }),
    );
    return new Map(states);
  }

  async #remember(document: string, question: Question, content: ContentState['content'], sequence: number): Promise<ContentState> {
    const known = this.#known.get(document);
    if (known?.sequence === sequence) return known;
    const state = await contentState(question, content, sequence);
    this.#known.set(document, state);
    return state;
  }
}
