// Proves the K rules of the server over both transports, and that a channel is no other way in than a plain socket.
import { messageTypes, syncMessageTypes } from '@chancery/sync';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fragmentOf } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { type ClientFrame, joinFrames, readServerFrame, type ServerFrame, splitFrames, writeFrame } from '@chancery/sync/link';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { VisitorHeaders } from '../admission.ts';
import { LinkClient, sendUp, type Way } from '../../testing/link-client.ts';
import { demoRound } from '../../testing/open-app.ts';
import { type DemoServer, serveDemo } from '../../testing/serve-demo.ts';
import type { SignedIn } from '../../sign-in/sign-ins.ts';
import { beginLink, Link, type LinkLimits } from './link.ts';

const pathOf = (question: string) => `/sync/${demoRound}/${question}?schema=1`;
const open = (channel: number, question: string) => ({ kind: 'open', channel, path: pathOf(question) }) as const;
const data = (channel: number, ...message: number[]) => ({ kind: 'data', channel, message: Uint8Array.from(message) }) as const;
/** Sync step 1 of somebody who has nothing. */
const asksForAll = (channel: number) => data(channel, messageTypes.sync, syncMessageTypes.syncStep1, 1, 0);
/** An update that brings nothing. */
const emptyUpdate = (channel: number) => data(channel, messageTypes.sync, syncMessageTypes.update, 2, 0, 0);
const until = (assertion: () => void) => vi.waitFor(assertion, { timeout: 120_000, interval: 10 });

let server: DemoServer;
let drafter: string;
let observer: string;
beforeAll(async () => {
  server = await serveDemo();
  [drafter, observer] = await Promise.all([server.signIn('drafter.moh'), server.signIn('observer.mof')]);
});
afterAll(() => server[Symbol.asyncDispose]());

describe.each<Way>(['WebSocket', 'HTTP'])('a link over %s', (way) => {
  const link = (cookie: string = drafter) => LinkClient.over(way, { url: server.url, cookie });
  const documents = () => server.context.rooms.presence().size;
  /** Messages of the protocol that came on a channel, by their first number. */
  const typesOn = (client: LinkClient, channel: number) =>
    client.on(channel).flatMap((frame) => (frame.kind === 'data' ? [frame.message[0]] : []));

  it('K2: begins with the welcome of the server', async () => {
    using client = link();
    await until(() => expect(client.id).toMatch(/^[\w-]{36}\.[\w-]{32}$/));
  });

  it('K3: carries several documents, each of which is greeted as on a socket of its own', async () => {
    using client = link();
    client.sends(open(1, '6'), asksForAll(1), open(2, '12'), asksForAll(2));
    for (const channel of [1, 2]) {
      await until(() => expect(typesOn(client, channel)).toEqual(expect.arrayContaining([messageTypes.access, messageTypes.sync])));
      expect(typesOn(client, channel)[0]).toBe(messageTypes.access);
    }
  });

  it('K3: closes each channel with a code of its own, and the others go on', async () => {
    using client = link(observer);
    client.sends(open(1, '6'), open(2, '99'), open(3, '12'), { kind: 'open', channel: 4, path: `/sync/${demoRound}/6?schema=0` });
    client.sends({ kind: 'open', channel: 5, path: '/elsewhere' }, data(1, 99));
    client.sends(data(4, 0, 1, 2, 0, 0)); // a page of an older schema, which holds nothing that the server lacks
    await until(() => expect([1, 2, 4, 5].map((it) => client.closedWith(it))).toEqual([4400, 4404, 4426, 4404]));
    client.sends(emptyUpdate(3));
    await until(() => expect(typesOn(client, 3)).toContain(messageTypes.acknowledgement));
    expect([client.closedWith(3), client.endedWith]).toEqual([null, null]);
  });

  it('K1: ends with 4400 when its client sends what is no frame, alone', async () => {
    using other = link();
    other.sends(open(1, '6'));
    for (const bytes of [new Uint8Array(), Uint8Array.of(99), Uint8Array.of(1, 1, 200), Uint8Array.of(3, 1, 1)]) {
      using client = link();
      client.sends(open(1, '12'));
      client.sendsBytes(bytes);
      await until(() => expect(client.endedWith).toBe(4400));
    }
    await until(() => expect(documents()).toBe(1));
    expect(other.endedWith).toBeNull();
  });

  it('K5: ends with 4400 for a channel that was never opened or a number that comes again', async () => {
    for (const frames of [
      [data(1, 0)],
      [{ kind: 'close', channel: 7 } as const],
      [open(2, '6'), open(2, '12')],
      [open(2, '6'), open(1, '12')],
    ]) {
      using client = link();
      client.sends(...frames);
      await until(() => expect(client.endedWith).toBe(4400));
    }
  });

  it('K5: hears nothing of what comes for a channel that is over', async () => {
    using client = link();
    client.sends(open(1, '6'), { kind: 'close', channel: 1 }, data(1, 99), { kind: 'close', channel: 1 }, open(2, '12'));
    await until(() => expect(typesOn(client, 2)).toContain(messageTypes.access));
    expect(client.endedWith).toBeNull();
    await until(() => expect(documents()).toBe(1));
  });

  it('K6: keeps what comes before the decision, in order and not without end', async () => {
    using client = link();
    client.sends(open(1, '6'), asksForAll(1), emptyUpdate(1), emptyUpdate(1));
    await until(() => expect(client.on(1)).toContainEqual(data(1, messageTypes.acknowledgement, 2)));
  });

  it('K10: is for people who are signed in, and ends with the sign-in', async () => {
    using nobody = link('');
    await until(() => expect(nobody.endedWith).toBe(way === 'HTTP' ? 401 : 4401));
    const cookie = await server.signIn('drafter.kkmm');
    using client = link(cookie);
    client.sends(open(1, '6'));
    await until(() => expect(typesOn(client, 1)).toContain(messageTypes.access));
    await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie } });
    await until(() => expect(client.endedWith).toBe(4401));
  });

  it('K12: leaves its documents when its client goes', async () => {
    await until(() => expect(documents()).toBe(0));
    const client = link();
    client.sends(open(1, '6'), open(2, '12'));
    await until(() => expect(documents()).toBe(2));
    client[Symbol.dispose]();
    await until(() => expect(documents()).toBe(0));
  });
});

describe('a link over HTTP', () => {
  const still = joinFrames([writeFrame({ kind: 'still-here' })]);
  const opened = async (cookie: string = drafter) => {
    const client = LinkClient.over('HTTP', { url: server.url, cookie });
    await until(() => expect(client.id).not.toBeNull());
    return client;
  };
  const statusOf = async (answer: Promise<Response>) => (await answer).status;

  it("K10: is nobody's who is not of the same sign-in", async () => {
    using client = await opened();
    const id = client.id ?? '';
    expect(await statusOf(sendUp({ url: server.url, cookie: '' }, id, 1, still))).toBe(401);
    expect(await statusOf(sendUp({ url: server.url, cookie: observer }, id, 1, still))).toBe(404);
    expect(await statusOf(sendUp({ url: server.url, cookie: await server.signIn('drafter.moh') }, id, 1, still))).toBe(404);
    expect(await statusOf(sendUp({ url: server.url, cookie: drafter }, id, 1, still))).toBe(200);
  });

  it('K11: takes what comes twice once, and ends when something is missing', async () => {
    using client = await opened();
    const site = { url: server.url, cookie: drafter };
    const id = client.id ?? '';
    const first = joinFrames([writeFrame(open(1, '6'))]);
    expect(await statusOf(sendUp(site, id, 1, first))).toBe(200);
    expect(await statusOf(sendUp(site, id, 1, first))).toBe(200);
    for (const wrong of [0, -1, 'two', 1.5]) expect(await statusOf(sendUp(site, id, wrong, still))).toBe(400);
    expect(client.endedWith).toBeNull();
    expect(await statusOf(sendUp(site, id, 3, still))).toBe(409);
    await until(() => expect(client.endedWith).toBe(1012));
    expect(await statusOf(sendUp(site, id, 2, still))).toBe(404);
  });

  it('K4: ends with 4400 for a body that ends inside a frame', async () => {
    using client = await opened();
    expect(await statusOf(sendUp({ url: server.url, cookie: drafter }, client.id ?? '', 1, still.slice(0, -1)))).toBe(400);
    await until(() => expect(client.endedWith).toBe(4400));
  });

  it('refuses a body that is too large before it is held, and lives on', async () => {
    using client = await opened();
    expect(await statusOf(sendUp({ url: server.url, cookie: drafter }, client.id ?? '', 1, new Uint8Array(5_000_000)))).toBe(413);
    expect(await statusOf(sendUp({ url: server.url, cookie: drafter }, client.id ?? '', 1, still))).toBe(200);
  });

  it('holds no more bodies for links that are not here than for one that is', async () => {
    const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(still),
      pull: async (controller) => {
        begun.resolve();
        await done.promise;
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { cookie: drafter } } as const;
    const passes = vi.spyOn(server.context.turns, 'pass');
    const slow = fetch(`${server.url}/api/links/none/up?sequence=1`, init);
    await begun.promise;
    // It holds its place before the others come.
    await until(() => expect(passes).toHaveBeenCalledTimes(1));
    passes.mockRestore();
    const statuses: number[] = [];
    const others = Array.from({ length: 10 }, async (_, index) => {
      statuses.push(await statusOf(sendUp({ url: server.url, cookie: drafter }, `none-${index}`, 1, still)));
    });
    await until(() => expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5));
    done.resolve();
    await Promise.all([...others, statusOf(slow)]);
    expect(new Set(statuses)).toEqual(new Set([429, 404]));
  });

  it('is not opened for a page of another site', async () => {
    const headers = { cookie: drafter, origin: 'https://elsewhere.example' };
    expect(await statusOf(fetch(`${server.url}/api/links`, { method: 'POST', headers }))).toBe(403);
  });
});

describe('a link', () => {
  /** A link on a socket that only remembers. */
  function linkOnPaper(limits: Partial<LinkLimits> = {}, headers: VisitorHeaders = { cookie: drafter }) {
    const under = { closedWith: null as number | null, frames: [] as ServerFrame[], bufferedBytes: 0, send, close };
    function send(bytes: Uint8Array) {
      under.frames.push(readServerFrame(bytes));
    }
    function close(code: number) {
      under.closedWith = code;
    }
    const link = new Link(under, headers, server.context, limits);
    link.begin();
    const takes = (...frames: readonly ClientFrame[]) => frames.forEach((frame) => link.receive(writeFrame(frame)));
    const closings = () => under.frames.flatMap((frame) => (frame.kind === 'closed' ? [[frame.channel, frame.code]] : []));
    return { under, takes, closings, [Symbol.dispose]: () => link.left() };
  }

  it('K6: closes a channel that brings too much before it is decided about', () => {
    using link = linkOnPaper();
    const large = { kind: 'data', channel: 1, message: new Uint8Array(3_000_000) } as const;
    link.takes(open(1, '6'), large, large, open(2, '6'), ...Array.from({ length: 201 }, () => emptyUpdate(2)));
    expect(link.closings()).toEqual([
      [1, 4413],
      [2, 4413],
    ]);
  });

  it('K7: passes on what its client had sent before it heard of the end of the channel', async () => {
    using link = linkOnPaper();
    link.takes(open(1, '6'));
    await until(() => expect(link.under.frames.some((frame) => frame.kind === 'data')).toBe(true));
    await server.context.rooms.recheck(() => 'read');
    link.takes(updateThatSays('First words.'), updateThatSays('Second words.'), { kind: 'close', channel: 1 });
    expect(link.closings()).toEqual([[1, 4405]]);
    link.takes(updateThatSays('Third words.'));
    const cookie = await server.signIn('coordinator.mampu');
    await vi.waitFor(async () => {
      const answer = await fetch(`${server.url}/api/rounds/${demoRound}/questions/6/proposals`, { headers: { cookie } });
      const texts = ((await answer.json()) as { proposals: { text: string }[] }).proposals.map((it) => it.text).join(' ');
      expect([/First/, /Second/, /Third/].map((it) => it.test(texts))).toEqual([true, true, false]);
    });
  });

  it('K8: refuses a channel too many, and one that comes too soon, and the others go on', async () => {
    using link = linkOnPaper({ channels: 2, opensPerSecond: 0, openBurst: 3 });
    link.takes(
      open(1, '6'),
      open(2, '6'),
      open(3, '6'),
      { kind: 'close', channel: 1 },
      open(4, '6'),
      { kind: 'close', channel: 4 },
      open(5, '6'),
    );
    expect(link.closings()).toEqual([
      [3, 4429],
      [5, 1013],
    ]);
    await until(() => expect(link.under.frames.some((frame) => frame.kind === 'data' && frame.channel === 2)).toBe(true));
    expect(link.under.closedWith).toBeNull();
  });

  it('K8: ends with 4508 when more waits to be sent than a link may have', () => {
    using link = linkOnPaper({ bufferedBytes: 1000, channels: 0 });
    link.under.bufferedBytes = 1001;
    link.takes(open(1, '6'));
    expect(link.under.closedWith).toBe(4508);
  });

  it('K9: says that it is still here, and ends when its client says nothing', async () => {
    using link = linkOnPaper({ stillHereEveryMs: 10, silentMs: 100 });
    await until(() => expect(link.under.frames.length).toBeGreaterThan(3));
    await until(() => expect(link.under.closedWith).toBe(4508));
  });
});

it('K10: a sign-in has at most 100 links', () => {
  using open = new DisposableStack();
  const closed: number[] = [];
  const signedIn = { signIn: 'a-sign-in', person: { id: 'somebody' } } as unknown as SignedIn;
  const begins = () =>
    beginLink({ bufferedBytes: 0, send: () => {}, close: (code) => void closed.push(code) }, signedIn, {}, server.context);
  for (let one = 0; one < 100; one += 1) open.adopt(begins(), (link) => link?.left());
  expect([closed, begins(), closed]).toEqual([[4429], null, [4429]]);
});

it('H8: the documents of a client that does not read are closed, over HTTP as well', async () => {
  const { hostname, port } = new URL(server.url);
  const asked = request({ hostname, port, method: 'POST', path: '/api/links', headers: { cookie: drafter } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const [first] = (await once(answer, 'data')) as [Buffer];
  answer.pause();
  const welcome = readServerFrame(splitFrames(new Uint8Array(first))[0]!);
  const body = joinFrames([writeFrame(open(1, '43')), writeFrame(asksForAll(1))]);
  await sendUp({ url: server.url, cookie: drafter }, welcome.kind === 'welcome' ? welcome.link : '', 1, body);
  await until(() => expect(server.context.rooms.presence().size).toBe(1));
  const [document = ''] = server.context.rooms.presence().keys();
  for (let round = 0; round < 40 && server.context.rooms.presence().size > 0; round += 1)
    for (const change of [(noise: Y.Text) => noise.insert(0, 'x'.repeat(900_000)), (noise: Y.Text) => noise.delete(0, 900_000)])
      await server.context.rooms.edit(document, null, (doc) => change(doc.getText('noise')));
  expect(server.context.rooms.presence().size).toBe(0);
  asked.destroy();
});

/** A whole document of its own, with text where the answer has it. */
function updateThatSays(text: string): ClientFrame {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragmentOf(doc, { field: asId<FieldId>('text') }).insert(0, [paragraph]);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, syncMessageTypes.update);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return { kind: 'data', channel: 1, message: encoding.toUint8Array(encoder) };
}
