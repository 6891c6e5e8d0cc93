// Owns what other parts of the web see of threads.
export { type PassageState, ThreadCard } from './ThreadCard.tsx';
export { ThreadColumn } from './ThreadColumn.tsx';
export { ThreadComposer } from './ThreadComposer.tsx';
export { type ThreadAct, useThreadActions } from './use-thread-actions.ts';
