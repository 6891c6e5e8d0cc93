// Proves that what another server says is taken only in the shape that it must have.
import { describe, expect, it } from 'vitest';
import { type PeerMessage, type CommittedContent, readPeerMessage, writePeerMessage } from './peer-message.ts';
import type { Member } from '../member.ts';

const document = 'answer-1';
const author = { person: 'p', agency: 'a' };
const label = { name: 'P', agency: 'A', colour: '#123456' };
const content: CommittedContent = { first: 3, last: 4, bytes: new Uint8Array([0, 0]), owners: [[7, 'p']] };

function carried(message: PeerMessage): PeerMessage {
  return readPeerMessage(writePeerMessage('east', message)).message;
}

describe('who is in a document, as another server says it,', () => {
  const present = (members: unknown): PeerMessage => ({ kind: 'presence', document, members: members as readonly Member[] });

  it('arrives as it was said', () => {
    for (const members of [[], [{ author, label }]]) expect(carried(present(members))).toEqual(present(members));
  });

  const wrong: readonly unknown[] = [
    null,
    {},
    'nobody',
    [null],
    [{}],
    [{ author }],
    [{ author: { person: 1, agency: 'a' }, label }],
    [{ author: { person: 'p' }, label }],
    [{ author, label: { ...label, colour: null } }],
    [[author, label]],
  ];
  it.each(wrong.map((members) => ({ members })))('is refused as $members', ({ members }) => {
    expect(() => carried(present(members))).toThrow('list of members');
    expect(() => carried(present([{ author, label }, members]))).toThrow('list of members');
  });
});

describe('a commit, as another server says it,', () => {
  const committed = (first: number, last: number): PeerMessage => ({ kind: 'content', document, content: { ...content, first, last } });

  it('arrives as it was said', () => {
    for (const [first, last] of [
      [3, 4],
      [3, 3],
      [1, Number.MAX_SAFE_INTEGER],
    ] as const) {
      expect(carried(committed(first, last))).toEqual(committed(first, last));
    }
  });

  it('is refused when it ends before it begins, or beyond the whole numbers', () => {
    for (const [first, last] of [
      [4, 3],
      [1, 2 ** 53],
      [2 ** 53, 2 ** 53],
    ] as const) {
      expect(() => carried(committed(first, last))).toThrow(/./);
    }
  });
});
