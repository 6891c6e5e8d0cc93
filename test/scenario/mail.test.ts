// Proves with real servers and a real mail server that mail is sent by one of several servers, and is not lost with the one that was sending.
import { openMailbox, type Received } from '@chancery/server/testing/mailbox';
import { afterAll, describe, expect, it } from 'vitest';
import { call, eventually, onFleet, openHouse } from '../desk/index.ts';

const settings = (url: string) => ({ SMTP_URL: url, MAIL_FROM: 'chancery@example.gov' });

describe('a server that is killed while it sends', () => {
  it('sends the mail again when it is back, with the same Message-ID, and the link of the last one works', async () => {
    const isTaken = Promise.withResolvers<Received>();
    let letters = 0;
    await using mailbox = await openMailbox({
      // The first is taken, and the server is gone before it hears so.
      taking: (letter) => {
        letters += 1;
        isTaken.resolve(letter);
        return letters === 1 ? new Promise(() => {}) : Promise.resolve();
      },
    });
    await using house = await openHouse('sqlite', { isApart: true, env: settings(mailbox.url) });
    expect(await call(house.administrator, 'makeLink', { person: house.personOf('outsider') })).toEqual({
      link: null,
      sentTo: 'outsider@example.org',
    });
    await isTaken.promise;
    await house.isKilledAndStartsAgain();
    await eventually(() => expect(mailbox.received).toHaveLength(2));
    const [first, second] = mailbox.received;
    expect(second?.header('message-id')).toBe(first?.header('message-id'));
    const nobody = { url: house.url, cookie: '' };
    await expect(call(nobody, 'readInvitation', {}, { token: first?.token ?? '' })).refused('link-used');
    expect((await call(nobody, 'readInvitation', {}, { token: second?.token ?? '' })).email).toBe('outsider@example.org');
  });
});

const mailbox = await openMailbox();
afterAll(() => mailbox[Symbol.asyncDispose]());

await onFleet('two servers that send', { size: 2, env: settings(mailbox.url) }, (fleet) => {
  it('send each mail once', async () => {
    const { house, urls } = fleet();
    const keys = ['outsider', 'observer', 'coordinator2'];
    const asked = keys.map((key, at) =>
      call({ ...house.administrator, url: urls[at % 2] ?? '' }, 'makeLink', { person: house.personOf(key) }),
    );
    const sentTo = (await Promise.all(asked)).map((it) => it.sentTo);
    await eventually(() => expect(mailbox.received.map((it) => it.to).toSorted()).toEqual(sentTo.map(String).toSorted()));
    await eventually(async () =>
      expect((await call(house.administrator, 'readHealth', {})).mail).toEqual({ waiting: 0, failed: 0, oldestAt: null }),
    );
    expect(mailbox.received).toHaveLength(keys.length);
  });
});
