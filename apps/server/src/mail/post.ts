// The way to the mail server: one letter at a time, within a bounded time, and what it answered.
import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';
import type { MailSettings } from './mail-settings.ts';

interface AddressedLetter extends Letter {
  readonly to: { readonly name: string; readonly address: string };
  /** The same at every try, so that a mail that arrives twice can be told to be one. */
  readonly id: string;
}

export type Posted =
  | { readonly status: 'sent' }
  /** It makes sense to try again. */
  | { readonly status: 'delayed'; readonly failure: string }
  /** The mail server will never take it. */
  | { readonly status: 'refused'; readonly failure: string };

export interface Post {
  send(letter: AddressedLetter): Promise<Posted>;
}

export interface PostLimits {
  /** Until the connection and the greeting are there, and for each answer. */
  readonly answerMs: number;
  /** For a letter in all. */
  readonly letterMs: number;
}

const defaultLimits: PostLimits = { answerMs: 15_000, letterMs: 60_000 };

/** A post that hands letters to the server of these settings. It keeps no connection open. */
export function openPost({ url, from }: MailSettings, limits: PostLimits = defaultLimits): Post {
  const transport = createTransport({
    url,
    // A password goes over an encrypted connection, or over none.
    requireTLS: new URL(url).username !== '' && !isLoopback(new URL(url).hostname),
    connectionTimeout: limits.answerMs,
    greetingTimeout: limits.answerMs,
    socketTimeout: limits.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.split('@').at(-1) ?? 'localhost';
  return {
    send: async ({ id, to, subject, text, html }) => {
      const recipient = { name: to.name.replaceAll(/\p{Cc}+/gu, ' '), address: to.address };
      const sending = transport.sendMail({
        from,
        to: recipient,
        subject,
        text,
        html,
        envelope: { from: from.address, to: to.address },
        messageId: `<${id}@${domain}>`,
        // Out-of-office replies are of no use here.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const late = Promise.withResolvers<Posted>();
      const timer = setTimeout(() => late.resolve({ status: 'delayed', failure: 'the mail server took too long' }), limits.letterMs);
      try {
        return await Promise.race([sending.then((): Posted => ({ status: 'sent' })), late.promise]);
      } catch (cause) {
        return failureOf(cause);
      } finally {
        clearTimeout(timer);
        sending.catch(() => {}); // of one that was given up
      }
    },
  };
}

/** What an answer is about: only a no to this sender, this recipient or this letter is for good. */
const aboutTheLetter = /^(MAIL FROM|RCPT TO|DATA)$/;

function failureOf(cause: unknown): Posted {
  const { code, command, responseCode, response } = (cause ?? {}) as Record<string, unknown>;
  const isForGood = typeof responseCode === 'number' && responseCode >= 500 && aboutTheLetter.test(String(command));
  const said = [code, response].filter((it) => typeof it === 'string').join(': ');
  const failure = said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300) || 'the mail server could not be reached';
  return { status: isForGood ? 'refused' : 'delayed', failure };
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
