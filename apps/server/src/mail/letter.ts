// The letters that people get: plain words, as text and as simple HTML, with one link in them.
import type { Instant } from '@chancery/domain';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Link {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: Instant;
}

/** To somebody who was invited; `by` is who did. */
export function invitationLetter({ by, ...link }: Link & { readonly by: string }): Letter {
  return letterOf('You are invited to Chancery', link, [
    `${by} has invited you to answer an official questionnaire together with other ministries, in Chancery.`,
    'Open this address, choose a password, and you are in:',
  ]);
}

/** To somebody for whom an administrator has made a link; `by` is who did. */
export function passwordLetter({ by, ...link }: Link & { readonly by: string }): Letter {
  return letterOf('Choose a new password for Chancery', link, [
    `${by} has made you a link with which you can choose a new password for Chancery. Open this address:`,
  ]);
}

/** To somebody whose password was said to be forgotten. */
export function forgottenLetter(link: Link): Letter {
  return letterOf('Choose a new password for Chancery', link, [
    'Somebody has said that the password of your account in Chancery is forgotten. If it was you, open this address and choose a new one:',
  ]);
}

function letterOf(subject: string, { name, link, expiresAt }: Link, sentences: readonly string[]): Letter {
  const greeting = `Dear ${oneLine(name)},`;
  const before = sentences.map(oneLine);
  const after = [
    `The address works once, until ${momentOf(expiresAt)}. Nothing happens before you choose a password on the page that it opens.`,
    'If you did not expect this message, you need not do anything. Please give the address to nobody.',
  ];
  return {
    subject,
    text: `${[greeting, ...before, link, ...after].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>',
      ...[greeting, ...before].map(paragraph),
      `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`,
      ...after.map(paragraph),
      '</body></html>\n',
    ].join('\n'),
  };
}

function paragraph(sentence: string): string {
  return `<p dir="auto">${escaped(sentence)}</p>`;
}

/** Names are one line; anyone who made this one another way must not write a paragraph of their own into the letter. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function momentOf(at: Instant): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${words.format(at)} UTC`;
}
