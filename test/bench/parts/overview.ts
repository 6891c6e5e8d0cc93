// How fast the server responds with the overview of a round of 47 questions.

import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Visitor } from '../../desk/request.ts';
import { figure, type Figure } from '../figure.ts';
import { demoRound, emptyFolder, prepareDemo, serve, signInToDemo } from '../site/installation.ts';
import type { Part } from './part.ts';
import { BrowserTypist } from '../site/typist.ts';

const starts = 5;
const requests = 200;
const warmUp = 20;
const edits = 100;
const budgetMs = 30;

export const overview: Part = {
  name: 'overview',
  counted:
    'from sending `GET /api/rounds/{round}` of the demo to the last byte, over one kept connection on the same machine: the time on the server ' +
    'and a little of the client. After an edit: the request follows the acknowledgement of a keystroke in one answer, whose content the server ' +
    'must read again. First after a start: all 47 contents are read from the database.',
  measure: measureOverview,
};

async function measureOverview(): Promise<readonly Figure[]> {
  await using data = await emptyFolder();
  await prepareDemo(data.path);
  const first: number[] = [];
  for (let run = 1; run < starts; run += 1) {
    await using server = await serve(data.path);
    first.push(await onOneConnection(await signInToDemo(server.url, 'coordinator.mampu'), (ask) => ask()));
  }
  await using server = await serve(data.path);
  const coordinator = await signInToDemo(server.url, 'coordinator.mampu');
  return await onOneConnection(coordinator, async (ask) => {
    first.push(await ask());
    for (let run = 0; run < warmUp; run += 1) await ask();
    return [
      figure('Overview of 47 questions', 'ms', await sampled(requests, ask), budgetMs),
      figure('Overview after an edit', 'ms', await afterEdits(coordinator, ask), budgetMs),
      figure('Overview, first after a start', 'ms', first, budgetMs),
    ];
  });
}

async function afterEdits(coordinator: Visitor, ask: Ask): Promise<readonly number[]> {
  using typist = await BrowserTypist.open(coordinator, { round: demoRound, question: '6' });
  return await sampled(edits, async () => {
    typist.types('x');
    await typist.saved();
    return ask();
  });
}

type Ask = () => Promise<number>;

async function sampled(count: number, ask: Ask): Promise<readonly number[]> {
  const samples: number[] = [];
  while (samples.length < count) samples.push(await ask());
  return samples;
}

/** Gives `body` the request, which resolves to its milliseconds. The connection is made before the first one is timed. */
async function onOneConnection<T>({ url, cookie }: Visitor, body: (ask: Ask) => Promise<T>): Promise<T> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const request = (path: string) => timed({ url: url + path, agent, cookie });
  try {
    await request('/api/session');
    return await body(() => request(`/api/rounds/${demoRound}`));
  } finally {
    agent.destroy();
  }
}

function timed({ url, agent, cookie }: { readonly url: string; readonly agent: Agent; readonly cookie: string }): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - startedAt);
        else reject(new Error(`${url} answered with ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}
