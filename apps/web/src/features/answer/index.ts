// Owns what other parts of the web see of an open answer.
export { AnswerPaper } from './AnswerPaper.tsx';
export { type Access, type ConnectionState, isEditable } from './connection/connection-state.ts';
export { type OpenAnswer, useAnswerConnection } from './connection/use-answer-connection.ts';
export { Difference } from './Difference.tsx';
export { type AnswerEditing, AnswerEditingContext } from './editor/answer-editing.ts';
export { OpenEditors } from './editor/open-editors.ts';
export { anchorOfSelection } from './editor/passage-anchor.ts';
export { goToPassage, type MarkedPassage, passageTop } from './editor/passages.ts';
export { SavingState } from './SavingState.tsx';
export { EndingNotice, RefusedWords } from './Interruptions.tsx';
export { SelectionComment } from './editor/SelectionComment.tsx';
export { type LiveContent, useLiveContent } from './use-live-content.ts';
