// Proves with a real mail server that what is written into the outbox arrives once, later when it must, and never in silence not at all.
import type { ResponseOf } from '@chancery/contract';
import { createPerson, findPersonByEmail, mailState, now, writeMail } from '@chancery/store';
import { createSystemClock } from '@chancery/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../process/log.ts';
import { openApp, type TestApp } from '../testing/open-app.ts';
import { openMailbox, openSilentServer } from '../testing/mailbox.ts';
import { Outbox, waitBefore } from './outbox.ts';
import { openPost, type PostLimits } from './post.ts';

const env = { DEMO: '0', PUBLIC_URL: 'https://chancery.example.gov', MAIL_FROM: 'Chancery <chancery@example.gov>' };
const from = { name: 'Chancery', address: 'chancery@example.gov' };
const short: PostLimits = { answerMs: 300, letterMs: 1_000 };

describe('the outbox', () => {
  let app: TestApp;
  const lines: string[] = [];
  beforeAll(async () => {
    app = await openApp({ ...env, SMTP_URL: 'smtp://127.0.0.1:1' });
  });
  afterAll(() => app[Symbol.asyncDispose]());
  beforeEach(() => void (lines.length = 0));

  /** A server's outbox that sends to this mail server, and looks when it is told to. */
  const outboxOf = ({ url }: { readonly url: string }, serverId = 'one', limits = short) =>
    Outbox.open({
      ...app.context,
      clock: { ...createSystemClock(), after: () => ({ [Symbol.dispose]: () => {} }) },
      log: createLog({ write: (line) => void lines.push(line) }),
      serverId,
      post: openPost({ url, from }, limits),
      isAlone: serverId === 'one',
      waitMs: () => 1,
    });

  let count = 0;
  async function somebody(name = 'Siti Nurhaliza', passwordHash: string | null = null) {
    count += 1;
    const email = `person${count}@health.example.gov`;
    const { store } = app.context;
    const person = await store.transaction((tx) =>
      createPerson(tx, { email, name, title: '', isAdministrator: false, passwordHash, createdAt: 1 }),
    );
    if (person === null) throw new Error('the address is taken');
    const isWritten = async () => {
      await store.transaction(async (tx) =>
        writeMail(tx, { to: { person: person.id }, kind: 'link', details: { by: 'Bala' }, at: await now(tx) }),
      );
    };
    await isWritten();
    return { ...person, isWritten };
  }
  const state = () => mailState(app.context.store.read);
  const readLink = (token: string) => app.ask('/api/invitations/reading', { method: 'POST', body: { token } });

  it('brings a link to its person, as text and HTML, and keeps no secret and no link itself', async () => {
    await using mailbox = await openMailbox();
    await using outbox = await outboxOf(mailbox);
    const person = await somebody('Siti  Nurhaliza “雪” Ünal');
    await outbox.look();
    const [letter, ...more] = mailbox.received;
    expect(more).toEqual([]);
    expect([letter?.from, letter?.to]).toEqual(['chancery@example.gov', person.email]);
    expect(letter?.header('subject')).toBe('You are invited to Chancery');
    expect(letter?.header('from')).toBe('Chancery <chancery@example.gov>');
    expect(letter?.header('message-id')).toMatch(/^<[\w-]{22}@example\.gov>$/);
    expect(letter?.text).toContain('Dear Siti  Nurhaliza “雪” Ünal,');
    expect(letter?.text).toContain('Bala has invited you');
    expect(letter?.text).toContain('https://chancery.example.gov/welcome#');
    const read = (await (await readLink(letter?.token ?? '')).json()) as ResponseOf<'readInvitation'>;
    expect(read.email).toBe(person.email);
    expect(lines.join()).not.toContain(letter?.token ?? 'nothing');
    expect(lines.join()).toContain('mail-sent');
    await outbox.look();
    expect(mailbox.received).toHaveLength(1);
  });

  it('gives nobody a way to write headers, recipients or parts of their own', async () => {
    await using mailbox = await openMailbox();
    await using outbox = await outboxOf(mailbox);
    await somebody('Ana\r\nBcc: thief@elsewhere.example\r\n\r\nDear all, "<thief@elsewhere.example>, <script>');
    await outbox.look();
    const [letter] = mailbox.received;
    expect(letter?.to).toBe(`person${count}@health.example.gov`);
    expect(letter?.header('bcc')).toBe('');
    expect(letter?.raw).not.toMatch(/^Bcc:/im);
    expect(letter?.text.slice(letter.text.indexOf('<!doctype'))).not.toContain('<script>');
  });

  it('tries again what is put off, with the same Message-ID, and what is put off does not hold what is not', async () => {
    await using mailbox = await openMailbox({
      answers: (recipient, before) => (recipient === first.email && before === 0 ? { code: 451, text: '4.7.1 Greylisted' } : null),
    });
    await using outbox = await outboxOf(mailbox);
    const first = await somebody();
    const second = await somebody();
    await outbox.look();
    expect(mailbox.received.map((it) => it.to)).toEqual([second.email]);
    expect(await state()).toMatchObject({ waiting: 1, failed: 0 });
    expect(lines.find((line) => line.includes('mail-delayed'))).toContain('Greylisted');
    await outbox.look();
    expect(mailbox.received.map((it) => it.to)).toEqual([second.email, first.email]);
    expect(await state()).toEqual({ waiting: 0, failed: 0, oldestAt: null });
  });

  it('keeps and names what is refused for good, and does not try it again', async () => {
    await using mailbox = await openMailbox({ answers: () => ({ code: 550, text: '5.1.1 No such mailbox' }) });
    await using outbox = await outboxOf(mailbox);
    const person = await somebody();
    await outbox.look();
    expect(await state()).toMatchObject({ waiting: 0, failed: 1 });
    expect(lines.find((line) => line.includes('mail-failed'))).toContain('No such mailbox');
    await outbox.look();
    expect(await state()).toMatchObject({ waiting: 0, failed: 1 });
    const administrator = await app.stranger(true);
    const body = { text: person.email, page: 1 };
    const found = (await (
      await app.ask('/api/accounts/search', { method: 'POST', cookie: administrator, body })
    ).json()) as ResponseOf<'findAccounts'>;
    expect(found.accounts[0]?.mailFailure).toContain('No such mailbox');
    const health = (await (await app.ask('/api/health')).json()) as ResponseOf<'readHealth'>;
    expect(health.mail).toMatchObject({ waiting: 0, failed: 1 });
  });

  it.each([
    ['says nothing', () => openSilentServer()],
    ['is not there', async () => ({ url: 'smtp://127.0.0.1:1', [Symbol.asyncDispose]: async () => {} })],
    ['takes a letter and does not say so', () => openMailbox({ taking: () => new Promise(() => {}) })],
  ])('waits a bounded time for a mail server that %s, and keeps the mail', async (_, open) => {
    const server = await open();
    {
      await using outbox = await outboxOf(server);
      await somebody();
      const began = performance.now();
      await outbox.look();
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(await state()).toMatchObject({ waiting: 1 });
    }
    await using mailbox = await openMailbox();
    await using outbox = await outboxOf(mailbox);
    await outbox.look();
    expect(mailbox.received).toHaveLength(1);
    expect((await state()).waiting).toBe(0);
    await Promise.race([server[Symbol.asyncDispose](), new Promise((resolve) => setTimeout(resolve, 100))]);
  });

  it('of two servers that send at once, one sends each mail', async () => {
    await using mailbox = await openMailbox();
    await using one = await outboxOf(mailbox, 'two');
    await using other = await outboxOf(mailbox, 'three');
    const people: { readonly email: string }[] = [];
    for (let it = 0; it < 12; it += 1) people.push(await somebody());
    await Promise.all([one.look(), other.look()]);
    expect(mailbox.received.map((it) => it.to).toSorted()).toEqual(people.map((it) => it.email).toSorted());
  });

  it('sends nothing to somebody whose account was disabled meanwhile, and says nothing of who has an account', async () => {
    await using mailbox = await openMailbox();
    await using outbox = await outboxOf(mailbox);
    const person = await somebody('Dee', 'argon2');
    const administrator = await app.stranger(true);
    await app.ask(`/api/accounts/${person.id}/disabling`, { method: 'POST', cookie: administrator, body: { evenLastCoordinator: false } });
    const known = await somebody('Eve', 'argon2');
    const invited = await somebody('Fay');
    await outbox.look();
    expect(mailbox.received.map((it) => it.to)).toEqual([known.email, invited.email]);
    const ask = (email: string) => app.ask('/api/password-links', { method: 'POST', body: { email } });
    const answers: (string | number)[][] = [];
    for (const email of [known.email.toUpperCase(), invited.email, person.email, 'nobody@health.example.gov']) {
      const response = await ask(email);
      answers.push([response.status, await response.text()]);
    }
    expect(new Set(answers.map((it) => it.join()))).toEqual(new Set(['200,{"ok":true}']));
    await outbox.look();
    expect(mailbox.received.slice(2).map((it) => [it.to, it.header('subject')])).toEqual([
      [known.email, 'Choose a new password for Chancery'],
    ]);
    // More than anybody needs is answered alike, and not written.
    for (let it = 0; it < 8; it += 1) expect((await ask(known.email)).status).toBe(200);
    await outbox.look();
    expect(mailbox.received.slice(3).map((it) => it.to)).toEqual([known.email, known.email]);
    let last = 200;
    for (let it = 0; it < 12; it += 1) last = (await ask(`nobody${it}@health.example.gov`)).status;
    expect(last).toBe(429);
  });

  it('with mail a link is shown to nobody, and goes to the person’s address alone', async () => {
    await using mailbox = await openMailbox();
    await using outbox = await outboxOf(mailbox);
    const administrator = await app.stranger(true);
    const person = await somebody('Gita', 'argon2');
    await outbox.look();
    const made = await app.ask(`/api/accounts/${person.id}/link`, { method: 'POST', cookie: administrator });
    expect(await made.json()).toEqual({ link: null, sentTo: person.email });
    await outbox.look();
    expect(mailbox.received.map((it) => [it.to, /Stranger has made you a link/.test(it.text)])).toEqual([
      [person.email, false],
      [person.email, true],
    ]);
    expect((await readLink(mailbox.received[0]?.token ?? '')).status).toBe(410);
    expect((await readLink(mailbox.received[1]?.token ?? '')).status).toBe(200);
    expect(await findPersonByEmail(app.context.store.read, person.email)).toMatchObject({ hasPassword: true });
  });

  it('waits longer after each try, up to an hour', () => {
    expect([1, 2, 3, 7, 8, 40].map((it) => waitBefore(it) / 60_000)).toEqual([1, 2, 4, 60, 60, 60]);
  });
});
