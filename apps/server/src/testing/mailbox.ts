// A real mail server with everybody's mailbox in it, for tests of what is sent.
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: string;
  /** As it arrived. */
  readonly raw: string;
  /** The text without its transfer encoding. */
  readonly text: string;
  /** A header, its lines put together; empty where there is none. */
  header(name: string): string;
  /** The token of the link in it; empty where there is none. */
  readonly token: string;
}

interface MailboxOptions {
  /** What the server says to a recipient, counting the times that it was asked before; null for yes. */
  readonly answers?: (recipient: string, before: number) => { readonly code: number; readonly text: string } | null;
  /** Called with each letter before it is said to be taken, which waits for it. */
  readonly taking?: (received: Received) => Promise<void>;
}

export interface Mailbox extends AsyncDisposable {
  readonly url: string;
  /** Every letter that was taken, the earliest first. */
  readonly received: readonly Received[];
}

/** Opens a mail server on a free port of this machine. */
export async function openMailbox({ answers = () => null, taking = async () => {} }: MailboxOptions = {}): Promise<Mailbox> {
  const received: Received[] = [];
  const take = async (letter: Received, done: (error?: Error) => void) => {
    await taking(letter);
    done();
  };
  const asked = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const before = asked.get(address) ?? 0;
      asked.set(address, before + 1);
      const no = answers(address, before);
      done(no === null ? undefined : Object.assign(new Error(no.text), { responseCode: no.code }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const letter = read(Buffer.concat(chunks).toString('latin1'), {
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map((it) => it.address).join(),
        });
        received.push(letter);
        void take(letter, done);
      });
    },
  });
  server.on('error', () => {}); // of clients that went away
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that takes connections and never says a word. */
export async function openSilentServer(): Promise<{ readonly url: string } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => void sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function read(raw: string, envelope: { readonly from: string; readonly to: string }): Received {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const text = decoded(raw);
  return {
    ...envelope,
    raw,
    text,
    header: (name) =>
      lines
        .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        ?.slice(name.length + 1)
        .trim() ?? '',
    token: /\/welcome#([\w-]+)/.exec(text)?.[1] ?? '',
  };
}

/** Every part, as UTF-8. */
function decoded(raw: string): string {
  const parts = raw.split(/^--.*$/m).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    const content = body.join('\r\n\r\n');
    if (/transfer-encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8');
    const bytes = content
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(/quoted-printable/i.test(head) ? bytes : content, 'latin1').toString('utf8');
  });
  return parts.join('\n');
}
