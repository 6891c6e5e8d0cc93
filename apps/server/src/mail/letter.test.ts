import { describe, expect, it } from 'vitest';
import { forgottenLetter, invitationLetter, passwordLetter } from './letter.ts';

const link = { name: 'Siti Nurhaliza', link: 'https://chancery.example.gov/welcome#token-1_2', expiresAt: Date.UTC(2026, 11, 8, 14, 5) };

describe('a letter', () => {
  it('says who invites, where to go and until when', () => {
    const { subject, text } = invitationLetter({ ...link, by: 'Ministry of Health’s manager' });
    expect(subject).toBe('You are invited to Chancery');
    expect(text).toBe(`Dear Siti Nurhaliza,

Ministry of Health’s manager has invited you to answer an official questionnaire together with other ministries, in Chancery.

Open this address, choose a password, and you are in:

https://chancery.example.gov/welcome#token-1_2

The address works once, until 8 December 2026 at 14:05 UTC. Nothing happens before you choose a password on the page that it opens.

If you did not expect this message, you need not do anything. Please give the address to nobody.
`);
  });

  it.each([
    ['invitation', invitationLetter({ ...link, by: 'Bala' })],
    ['password', passwordLetter({ ...link, by: 'Bala' })],
    ['forgotten', forgottenLetter(link)],
  ])('of the kind %s says the same as text and as HTML', (_, { text, html }) => {
    const words = (it: string) => it.replaceAll(/\s+/g, ' ').trim();
    expect(words(html.replaceAll(/<[^>]+>/g, ' '))).toBe(words(text));
    expect(html).toContain(`<a href="${link.link}">`);
  });

  it('gives a name no way to write markup, or lines, of its own', () => {
    const name = 'Ana <script>alert(1)</script>\r\nBcc: x@y.zz\u2028"&';
    for (const { text, html } of [invitationLetter({ ...link, name, by: name }), forgottenLetter({ ...link, name })]) {
      expect(html).not.toContain('<script>');
      expect(text).not.toMatch(/[\r\u2028]|\nBcc/);
    }
  });
});
