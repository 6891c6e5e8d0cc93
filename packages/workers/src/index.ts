// Asking a worker, and replying in one.
export { type AskOptions, BeyondBoundsError, WorkerHandle, type WorkerOptions } from './worker-handle.ts';
export { replyWith } from './reply-with.ts';
export type { WorkerFault } from './messages.ts';
