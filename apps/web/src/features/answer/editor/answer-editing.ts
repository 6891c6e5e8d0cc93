// What every field of an open answer shares: the document, the right to type, the editors on the screen, the passages of threads.
import { createContext, useContext } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { AnswerUndo } from './undo/answer-undo.ts';
import type { OpenEditors } from './open-editors.ts';
import type { MarkedPassage } from './passages.ts';

export interface AnswerEditing {
  readonly document: Doc;
  readonly awareness: Awareness;
  readonly isEditable: boolean;
  /** Of all that this person does on the paper. */
  readonly undo: AnswerUndo;
  readonly editors: OpenEditors;
  /** Passages of threads by the name of the fragment they stand in. */
  readonly passages: ReadonlyMap<string, readonly MarkedPassage[]>;
  readonly chosenThread: string | null;
  readonly chooseThread: (thread: string) => void;
  /** Starts a thread on the selected words; null for a person who may not comment. */
  readonly commentOnSelection: (() => void) | null;
}

export const AnswerEditingContext = createContext<AnswerEditing | null>(null);

/** The open answer around this field. Throws outside of one. */
export function useAnswerEditing(): AnswerEditing {
  const editing = useContext(AnswerEditingContext);
  if (editing === null) throw new Error('a field is shown outside of an open answer');
  return editing;
}
