// The content of the open answer as it stands on the screen: read from the document, with its digest, a moment after each change.
import { contentDigest, contentOf } from '@chancery/answer-doc';
import { type AnswerContent, type Completeness, completenessOf, type Digest, isEmptyContent, type Question } from '@chancery/domain';
import { useEffect, useState } from 'react';
import type { Doc } from 'yjs';

export interface LiveContent {
  readonly content: AnswerContent;
  readonly digest: Digest;
  readonly completeness: Completeness;
  readonly isEmpty: boolean;
}

const readAfterMs = 120;

/** The content on the screen; null before it was read first, or while `isKnown` is false. */
export function useLiveContent(document: Doc | null, question: Question, isKnown: boolean): LiveContent | null {
  const [live, setLive] = useState<LiveContent | null>(null);
  useEffect(() => {
    if (document === null || !isKnown) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const read = async (): Promise<void> => {
      const next = await readContent(document, question);
      if (!isOver) setLive((it) => (it?.digest === next.digest ? it : next));
    };
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), readAfterMs);
    };
    void read();
    document.on('update', changed);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.off('update', changed);
    };
  }, [document, question, isKnown]);
  return live;
}

/** The content of the document at this moment. */
async function readContent(document: Doc, question: Question): Promise<LiveContent> {
  const content = contentOf(document, question);
  return {
    content,
    digest: await contentDigest(content),
    completeness: completenessOf(question, content),
    isEmpty: isEmptyContent(content),
  };
}
