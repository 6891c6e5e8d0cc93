// Proves that bad input gets a clear response with its code, that the server lives on, and that nothing is lost by it.
import { messageTypes } from '@chancery/sync';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import {
  ask,
  call,
  cookieFrom,
  type Desk,
  eventually,
  HandMadeClient,
  onEachDatabase,
  openDesk,
  plainSocket,
  type RefusedError,
} from '../desk/index.ts';

const oneByte = (value: number) => new Uint8Array([value]);

await onEachDatabase(
  'a document message',
  (house) => {
    const messages: readonly [string, Uint8Array, number][] = [
      ['that is empty', new Uint8Array(), 4400],
      ['of a type that there is not', oneByte(99), 4400],
      ['that only the server sends', new Uint8Array([messageTypes.acknowledgement, 200]), 4400],
      ['that ends too early', new Uint8Array([messageTypes.sync, 2, 200]), 4400],
      ['whose update is noise', new Uint8Array([messageTypes.sync, 2, 4, 255, 255, 255, 255]), 4400],
      ['with awareness that is no JSON', awarenessMessage('{'), 4400],
      ['of three megabytes', new Uint8Array(3 * 1024 * 1024), 4413],
      ['of five megabytes', new Uint8Array(5 * 1024 * 1024), 1009],
    ];
    it('that is malformed or too large ends its connection alone', async () => {
      await using desk = await openDesk({ house: house() });
      const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
      using screen = await epu.opens('1');
      screen.types('All this time. ');
      for (const [, bytes, code] of messages) {
        using client = await moh.connectsByHand('1');
        client.sends(bytes);
        expect(await client.closed()).toBe(code);
      }
      screen.types('Nothing happened.');
      await screen.saved();
      await expectText(desk, 'All this time. Nothing happened.');
    });

    it('for a question or round that there is not, or from another site, is answered with a close code', async () => {
      await using desk = await openDesk({ house: house() });
      const moh = await desk.drafter('moh');
      const closings: [string, Record<string, string>, number][] = [
        [`/sync/${desk.round}/99`, {}, 4404],
        ['/sync/no-such-round/1', {}, 4404],
        ['/sync/elsewhere', {}, 4404],
        [`/sync/${desk.round}/%zz`, {}, 4404],
        ['//', {}, 4404],
        [`/sync/${desk.round}/1`, { origin: 'https://elsewhere.example' }, 4403],
        [`/sync/${desk.round}/1?schema=0`, {}, 4426],
      ];
      for (const [path, headers, code] of closings) {
        const Socket = plainSocket({ cookie: moh.cookie, ...headers });
        using client = new HandMadeClient(new Socket(moh.url.replace(/^http/, 'ws') + path));
        expect([path, await client.closed()]).toEqual([path, code]);
      }
      await moh.writes('1', 'Still there.');
    });

    it('of text instead of bytes ends its connection', async () => {
      await using desk = await openDesk({ house: house() });
      using client = await (await desk.drafter('moh')).connectsByHand('1');
      client.socket.send('hello');
      expect(await client.closed()).toBe(4400);
      expect(client.reason).toMatch(/binary/);
    });
  },
  { way: 'sockets' },
);

await onEachDatabase('a request', (house) => {
  it('with a wrong password is refused, and after some of them the right one has to wait for seconds', async () => {
    const { url } = house();
    const body = { email: 'coordinator2@example.org', password: 'not the password' };
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(cookieFrom(url, '/api/session', body)).refused('wrong-password');
    const last = await cookieFrom(url, '/api/session', { ...body, password: 'a long enough password' }).catch((cause: unknown) => cause);
    expect(last).toMatchObject({
      status: 429,
      problem: { code: 'too-many-attempts', detail: expect.stringMatching(/Try again in \d+ seconds?/) as string },
    });
    expect((last as RefusedError).problem.retryAfter).toBeLessThanOrEqual(10);
    await expect(cookieFrom(url, '/api/session', { email: 'nobody@example.org', password: 'x' })).refused('wrong-password');
    expect(await cookieFrom(url, '/api/session', { email: 'observer@example.org', password: 'a long enough password' })).toMatch(
      /^chancery_session=./,
    );
  });

  it('that is malformed, too large, for something that is not there or from another site changes nothing', async () => {
    await using desk = await openDesk({ house: house() });
    const coordinator = await desk.coordinator();
    const post = (path: string, body: string, headers = {}) =>
      ask(coordinator, path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    const threads = `/api/rounds/${desk.round}/questions/1/threads`;
    await expect(post(threads, '{')).refused('malformed');
    await expect(post(threads, '{}')).refused('malformed');
    await expect(post(threads, JSON.stringify({ kind: 'comment', addressedTo: null, anchor: null, mentions: [], body: ' ' }))).refused(
      'malformed',
    );
    await expect(post(threads, JSON.stringify({ body: 'x'.repeat(300_000) }))).refused('too-large');
    await expect(post(threads, '{}', { origin: 'https://elsewhere.example' })).refused('foreign-origin');
    await expect(coordinator.answer('99')).refused('not-found');
    await expect(coordinator.comments('99', 'Hello?')).refused('not-found');
    await expect(coordinator.resolves('no-such-thread')).refused('not-found');
    await expect(ask(coordinator, '/api/nothing')).refused('not-found');
    await expect(ask(coordinator, `/api/rounds/${desk.round}/export.exe`)).refused('not-found');
    await expect(coordinator.asksQuery('1', 'moh', '')).refused('malformed');
    await expect(coordinator.comments('1', 'To whom?', { kind: 'query' })).refused('query-needs-agency');
    expect((await coordinator.answer('1')).threads).toEqual([]);
    expect((await call({ url: coordinator.url, cookie: '' }, 'readHealth', {})).status).toBe('ok');
  });

  it('that assigns what cannot be assigned is refused whole', async () => {
    await using desk = await openDesk({ house: house(), assigned: [] });
    const coordinator = await desk.coordinator();
    const unknown = { questions: ['1', '2'], leadingAgency: 'nobody', contributors: [], dueDay: null };
    await expect(coordinator.does('assignQuestions', {}, unknown)).refused('agency-unknown');
    await expect(coordinator.assigns(['1', '2'], 'moh', { moh: 'helps' })).refused('agency-named-twice');
    await expect(coordinator.assigns(['1', 'authority'], 'moh')).refused('answered-by-respondent');
    await expect(coordinator.assigns(['1', '99'], 'moh')).refused('not-found');
    expect((await coordinator.row('1')).status).toBe('unassigned');
  });
});

async function expectText(desk: Desk, text: string): Promise<void> {
  const reader = await desk.coordinator();
  await eventually(async () => expect(JSON.stringify((await reader.answer('1')).content)).toContain(text));
}

function awarenessMessage(state: string): Uint8Array {
  const entries = encoding.createEncoder();
  for (const number of [1, 7, 1]) encoding.writeVarUint(entries, number);
  encoding.writeVarString(entries, state);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(entries));
  return encoding.toUint8Array(encoder);
}
