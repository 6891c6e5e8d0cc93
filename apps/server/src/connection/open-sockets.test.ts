// Proves what is kept of a person over all their connections: one member, and no more unread than is bearable.
import { asId, type PersonId } from '@chancery/domain';
import { closeCodes, type Socket } from '@chancery/sync';
import { expect, test } from 'vitest';
import { OpenSockets, withBudget } from './open-sockets.ts';

const mebibyte = 1024 * 1024;
const [idle, honest] = [asId<PersonId>('idle'), asId<PersonId>('honest')];

class DeafSocket implements Socket {
  bufferedBytes = 0;
  closedWith: number | null = null;

  send(message: Uint8Array): void {
    if (this.closedWith === null) this.bufferedBytes += message.length;
  }

  close(code: number): void {
    this.closedWith ??= code;
  }
}

function open(sockets: OpenSockets, person: PersonId, kind: 'document' | 'channel' | 'link' = 'document') {
  const deaf = new DeafSocket();
  sockets.add({ kind, signIn: `session of ${person}`, person, socket: deaf, member: null });
  return { deaf, socket: withBudget(deaf, person, sockets) };
}

test('ten connections of 8 MB unread are more than a person may leave, and only the last ones are closed', () => {
  const sockets = new OpenSockets();
  const other = open(sockets, honest);
  other.socket.send(new Uint8Array(8 * mebibyte));
  const opened = Array.from({ length: 10 }, () => open(sockets, idle));
  for (const { socket } of opened) socket.send(new Uint8Array(8 * mebibyte));
  expect(opened.map(({ deaf }) => deaf.closedWith)).toEqual([...Array(8).fill(null), closeCodes.tooSlow, closeCodes.tooSlow]);
  expect(other.deaf.closedWith).toBeNull();
});

test('a link is counted once, however many channels it carries', () => {
  const sockets = new OpenSockets();
  const link = open(sockets, idle, 'link');
  for (let channel = 0; channel < 47; channel += 1)
    sockets.add({ kind: 'channel', signIn: 's', person: idle, socket: link.deaf, member: null });
  link.socket.send(new Uint8Array(20 * mebibyte));
  expect(sockets.unreadBytes(idle)).toBe(20 * mebibyte);
  expect(link.deaf.closedWith).toBeNull();
});

test('all open answers of a person have one member, as long as it says the same', () => {
  const sockets = new OpenSockets();
  const member = (name: string) => ({ author: { person: idle, agency: 'moh' }, label: { name, agency: 'MOH', colour: '1' } });
  const first = member('Aisyah');
  sockets.add({ kind: 'document', signIn: 's', person: idle, socket: new DeafSocket(), member: first });
  expect(sockets.shared(member('Aisyah'))).toBe(first);
  expect(sockets.shared(member('Aisyah binti Ali'))).not.toBe(first);
});
