// Owns what the rules ask about a committed content: its digest and what is missing in it.
import { contentDigest } from '@chancery/answer-doc';
import { type AnswerContent, type Completeness, completenessOf, type Digest, isEmptyContent, type Question } from '@chancery/domain';

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
