// Owns what other features see of an open answer.
export { AnswerPaper } from './AnswerPaper.tsx';
export { isEditable } from '@chancery/sync-client';
export { type OpenAnswer, useAnswerConnection } from './connection/use-answer-connection.ts';
export { Difference } from './Difference.tsx';
export { type AnswerEditing, AnswerEditingContext } from './editor/answer-editing.ts';
export { OpenEditors } from './editor/open-editors.ts';
export { EndingNotice } from './EndingNotice.tsx';
export { RefusedWords } from './RefusedWords.tsx';
export { SavingState } from './SavingState.tsx';
export { useKeptPlace } from './use-kept-place.ts';
export { useLiveContent } from './use-live-content.ts';
