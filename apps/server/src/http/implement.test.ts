// Proves that what neither digests nor databases can hold is refused at the door, whatever field it stands in.
import type { Problem } from '@chancery/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRound, openApp, type TestApp } from '../testing/open-app.ts';

describe('a request', () => {
  let app: TestApp;
  let coordinator: string;
  const round = `/api/rounds/${demoRound}`;
  beforeAll(async () => {
    app = await openApp();
    coordinator = await app.signIn('coordinator.mampu');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const send = (method: string, path: string, body: string) => app.ask(path, { method, body, cookie: coordinator });
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  it.each([
    ['half a character', '{"title":"A\\ud800"}'],
    ['a NUL', '{"title":"A\\u0000"}'],
    ['a NUL behind a backslash', '{"title":"A\\\\\\u0000"}'],
    ['a NUL as a key', '{"\\u0000":1}'],
    ['endless nesting', `{"title":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['two lines in a name', '{"title":"A\\nB"}'],
    ['a change of direction in a name', '{"title":"A\\u202eB"}'],
    ['a day that no calendar shows', '{"dueDay":"2027-02-30"}'],
    ['a due date as an instant', '{"dueDay":1800000000000}'],
    ['a time zone that nobody knows', '{"timeZone":"Mars/Olympus"}'],
  ])('with %s is malformed', async (_what, body) => {
    expect(await codeOf(await send('PATCH', round, body))).toBe('malformed');
  });

  it('with the six letters of an escape is as good as any', async () => {
    const body = { kind: 'comment', addressedTo: null, anchor: null, mentions: [], body: String.raw`\u0000 is NUL` };
    expect((await send('POST', `${round}/questions/1/threads`, JSON.stringify(body))).status).toBe(200);
  });

  it('for an address with a NUL finds nothing', async () => {
    expect(await codeOf(await app.ask('/api/rounds/%00', { cookie: coordinator }))).toBe('not-found');
  });

  it('names a file as the record can print it', async () => {
    const name = encodeURIComponent(`${'a'.repeat(199)}😀\n\u202ef\u0000.md`);
    const form = await (await app.ask(`${round}/export.md`, { cookie: coordinator })).text();
    const response = await app.ask(`${round}/imports`, {
      method: 'POST',
      body: form,
      cookie: coordinator,
      headers: { 'x-file-name': name },
    });
    expect(await response.json()).toMatchObject({ fileName: `${'a'.repeat(199)}\ufffd` });
  });
});
