// The canonical contents of answers as committed, kept in memory by log sequence so that an overview does not read 47 documents.
// One answer that cannot be read back stops no other one.
import { contentDigest, contentOf } from '@chancery/answer-doc';
import {
  type AnswerContent,
  type Completeness,
  completenessOf,
  type Digest,
  isEmptyContent,
  type Question,
  type QuestionId,
  type Questionnaire,
  questionsOf,
  type RoundId,
} from '@chancery/domain';
import { type Database, documentId, sequencesOf } from '@chancery/store';
import { type Clock, QuarantinedDocumentError, type RoomEvents, type Rooms } from '@chancery/sync';
import { unreadableAnswers } from '../http/problem.ts';

/** What the rules ask about a content. */
export interface ContentState {
  readonly content: AnswerContent;
  readonly digest: Digest;
  readonly completeness: Completeness;
  readonly isEmpty: boolean;
  /** Sequence in the log up to which this is the content. */
  readonly sequence: number;
}

/** Digest and completeness of a content read at `sequence`. */
export async function contentState(question: Question, content: AnswerContent, sequence: number): Promise<ContentState> {
  const digest = await contentDigest(content);
  return { content, digest, completeness: completenessOf(question, content), isEmpty: isEmptyContent(content), sequence };
}

/** Together every question of the round, in printed order. */
export interface RoundContents {
  readonly readable: ReadonlyMap<QuestionId, ContentState>;
  /** Questions whose stored history cannot be read back at the moment. */
  readonly unreadable: readonly QuestionId[];
}

interface Parts {
  readonly rooms: Pick<Rooms, 'read'>;
  readonly read: Database;
  readonly clock: Pick<Clock, 'now'>;
  /** Told of an answer that cannot be read back, and that it can be again. */
  readonly events: Required<Pick<RoomEvents, 'alarm' | 'loaded'>>;
}

/** As long as the engine keeps a document in quarantine before it tries again. */
const tryAgainAfterMs = 60_000;

export class Contents {
  readonly #known = new Map<string, ContentState>();
  /** When to try again, by document. */
  readonly #unreadable = new Map<string, number>();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The content of one answer as committed. Rejects with QuarantinedDocumentError when it cannot be read back. */
  async of(round: RoundId, question: Question): Promise<ContentState> {
    const { rooms, clock, events } = this.#parts;
    const document = documentId(round, question.id);
    try {
      const { content, sequence } = await rooms.read(document, (doc, at) => ({ content: contentOf(doc, question), sequence: at }));
      if (this.#unreadable.delete(document)) events.loaded(document);
      return await this.#remember(document, question, content, sequence);
    } catch (cause) {
      if (!(cause instanceof QuarantinedDocumentError)) throw cause;
      this.#unreadable.set(document, clock.now() + tryAgainAfterMs);
      events.alarm(document, cause);
      throw cause;
    }
  }

  /** The contents of a round; reads only documents that have moved since the last time. */
  async ofRound(round: RoundId, questionnaire: Questionnaire): Promise<RoundContents> {
    const sequences = await sequencesOf(this.#parts.read, round);
    const readings = await Promise.all(
      questionsOf(questionnaire).map(async (question) => {
        const known = this.#known.get(documentId(round, question.id));
        const isCurrent = known !== undefined && known.sequence === sequences.get(question.id);
        return [question.id, isCurrent ? known : await this.#find(round, question)] as const;
      }),
    );
    return {
      readable: new Map(readings.flatMap(([id, state]) => (state === null ? [] : [[id, state]]))),
      unreadable: readings.flatMap(([id, state]) => (state === null ? [id] : [])),
    };
  }

  /** The contents of all answers of a round, for what may leave none of them out. Rejects with a problem that names those that cannot be read. */
  async ofWholeRound(round: RoundId, questionnaire: Questionnaire): Promise<ReadonlyMap<QuestionId, ContentState>> {
    const { readable, unreadable } = await this.ofRound(round, questionnaire);
    if (unreadable.length > 0) throw unreadableAnswers(unreadable);
    return readable;
  }

  /** Null when it cannot be read back. */
  async #find(round: RoundId, question: Question): Promise<ContentState | null> {
    const tryAgainAt = this.#unreadable.get(documentId(round, question.id));
    if (tryAgainAt !== undefined && this.#parts.clock.now() < tryAgainAt) return null;
    try {
      return await this.of(round, question);
    } catch (cause) {
      if (!(cause instanceof QuarantinedDocumentError)) throw cause;
      return null;
    }
  }

  async #remember(document: string, question: Question, content: AnswerContent, sequence: number): Promise<ContentState> {
    const known = this.#known.get(document);
    if (known?.sequence === sequence) return known;
    const state = await contentState(question, content, sequence);
    this.#known.set(document, state);
    return state;
  }
}
