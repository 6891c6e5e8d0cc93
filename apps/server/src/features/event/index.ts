// The stream of server-sent events of a round.
import type { RoundEvent } from '@chancery/contract';
import { asId, findQuestion, type QuestionId, type RoundId } from '@chancery/domain';
import { checkRoundRight, mayRead, stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import { type Server, signedInOf } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import type { RoundState } from '../../round/round-state.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';

/** Proxies and browsers give up on a stream that says nothing. */
const heartbeatMs = 20_000;
/** Streams that may be open at a time, one for each window: of one sign-in, and of one person however often they are signed in. */
const maxStreamsOfSignIn = 40;
const maxStreamsOfPerson = 100;
/** Events that a reader has not taken yet; one that is further behind is cut off and reconnects. */
const maxBacklog = 500;

/** Serves `GET /api/rounds/:round/events`. */
export function serveEvents(server: Server, context: Context): void {
  server.get('/api/rounds/:round/events', async (http) => {
    const signedIn = signedInOf(http);
    const stream = await openStream(context, asId<RoundId>(http.req.param('round')), signedIn);
    // Of a response without a body nobody would end the stream.
    const isHead = http.req.method === 'HEAD';
    if (isHead) await stream.cancel();
    return new Response(isHead ? null : stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
}

/** Looks again when something was decided meanwhile: what is decided once the stream is open, it is told. */
async function openStream(context: Context, round: RoundId, signedIn: SignedIn): Promise<ReadableStream<Uint8Array>> {
  for (;;) {
    const rights = context.rights.asOfNow();
    if (!(await context.isSignInAlive(signedIn.signIn))) throw new ProblemError('not-signed-in', 'Sign in first.');
    const state = await stateOf(context, round);
    checkRoundRight(state, signedIn.person, 'read-round');
    const open = context.hub.countOf(signedIn.signIn, signedIn.person.id);
    if (open.ofSignIn >= maxStreamsOfSignIn || open.ofPerson >= maxStreamsOfPerson)
      throw new ProblemError({ code: 'too-many-attempts', retryAfter: 60 }, 'This round is open in too many windows. Close some of them.');
    if (rights.stillHold) return eventStream(context, state, signedIn);
  }
}

function eventStream(context: Context, first: RoundState, signedIn: SignedIn): ReadableStream<Uint8Array> {
  let state = first;
  const encoder = new TextEncoder();
  const owned = new DisposableStack();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -maxBacklog) return end();
          controller.enqueue(encoder.encode(text));
        };
        const end = () => {
          if (owned.disposed) return;
          owned.dispose();
          controller.close();
        };
        const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
        owned.defer(() => clearInterval(heartbeat));
        owned.use(
          context.hub.listen(first.id, {
            person: signedIn.person.id,
            mayHear: (question) => mayHear(state, signedIn, question),
            send: (event) => write(`data: ${JSON.stringify(event satisfies RoundEvent)}\n\n`),
            renew: (latest) => {
              state = latest;
              if (!state.memberships.has(signedIn.person.id) && !signedIn.person.isAdministrator) end();
            },
            signIn: signedIn.signIn,
            end,
          }),
        );
        write(': welcome\n\n');
      },
      cancel: () => owned.dispose(),
    },
    { highWaterMark: 1 },
  );
}

function mayHear(state: RoundState, signedIn: SignedIn, question: QuestionId): boolean {
  const found = findQuestion(state.questionnaire, question);
  return found !== undefined && mayRead(state, signedIn.person, found);
}
