// The worker's end: takes requests in the order in which they were sent, and replies to each.
import { parentPort } from 'node:worker_threads';
import { type WorkerFault, isRequest, type ReplyMessage, type RequestMessage, type Requests } from './messages.ts';

/** Called once by a worker's file. A request that throws, or whose result cannot be cloned, fails alone. */
export function replyWith<R extends Requests<R>>(requests: R): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is for a worker');
  const reply = async ({ id, name, request }: RequestMessage) => {
    try {
      const result = await requests[name as keyof R](request as never);
      port.postMessage({ id, ok: true, result } satisfies ReplyMessage);
    } catch (error) {
      const fault = toFault(error);
      try {
        port.postMessage({ id, ok: false, fault } satisfies ReplyMessage);
      } catch {
        port.postMessage({ id, ok: false, fault: { ...fault, error: null } } satisfies ReplyMessage); // the error holds a function
      }
    }
  };
  port.on('message', (message: unknown) => {
    if (isRequest(message)) void reply(message);
  });
}

function toFault(error: unknown): WorkerFault {
  if (!(error instanceof Error)) return { message: String(error), code: null, error };
  return { message: error.message, code: 'code' in error ? String(error.code) : null, error };
}
