// Proves that what the server sends, to clients and to other servers, stays the same byte for byte.
import { describe, expect, it } from 'vitest';
import { type PeerMessage, writePeerMessage } from './peer-message.ts';
import { heartbeat, type ServerMessage, writeServerMessage } from './server-message.ts';
import { readSign, writeSign } from '../servers/membership.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const hex = (message: Uint8Array) => Buffer.from(message).toString('hex');
const document = 'answer-1';
const member = { author: { person: 'p', agency: 'a' }, label: { name: 'P', agency: 'A', colour: '#123456' } };
const states = [
  { client: 300, clock: 5, state: '{"a":1}' },
  { client: 1, clock: 6, state: 'null' },
];

describe('a message of the server', () => {
  it.each<[string, ServerMessage, string]>([
    ['access', { type: 'access', access: 'read' }, '050472656164'],
    ['epoch', { type: 'epoch', epoch: 300 }, '07ac02'],
    ['sync step 1', { type: 'sync-step-1', stateVector: bytes(0) }, '00000100'],
    ['reply', { type: 'sync-step-2', update: bytes(0, 0) }, '0001020000'],
    ['update', { type: 'update', update: bytes(1, 2, 3) }, '000203010203'],
    ['long update', { type: 'update', update: new Uint8Array(300).fill(7) }, `0002ac02${'07'.repeat(300)}`],
    ['acknowledgement of nothing', { type: 'acknowledgement', frames: 0 }, '0400'],
    ['acknowledgement', { type: 'acknowledgement', frames: 128 }, '048001'],
    ['acknowledgement of very much', { type: 'acknowledgement', frames: 2 ** 40 }, '04808080808020'],
    ['trouble', { type: 'trouble', isInTrouble: true }, '0801'],
    ['end of trouble', { type: 'trouble', isInTrouble: false }, '0800'],
    ['awareness', { type: 'awareness', entries: states }, '011302ac0205077b2261223a317d0106046e756c6c'],
  ])('%s', (_what, message, expected) => {
    expect(hex(writeServerMessage(message))).toBe(expected);
  });

  it('heartbeat', () => {
    expect(hex(heartbeat)).toBe('010100');
  });
});

describe('a message to other servers', () => {
  it.each<[PeerMessage, string]>([
    [
      { kind: 'content', document, content: { first: 3, last: 300, bytes: bytes(0, 0), owners: [[7, 'p']] } },
      '04656173740008616e737765722d3103ac0202000001070170',
    ],
    [
      { kind: 'awareness', document, states: [{ client: 7, clock: 9, state: '{}', person: 'p' }] },
      '04656173740108616e737765722d31010709027b7d0170',
    ],
    [
      { kind: 'presence', document, members: [member] },
      '04656173740208616e737765722d315d5b7b22617574686f72223a7b22706572736f6e223a2270222c226167656e6379223a2261227d2c226c6162656c223a7b226e616d65223a2250222c226167656e6379223a2241222c22636f6c6f7572223a2223313233343536227d7d5d',
    ],
    [{ kind: 'ask', document }, '04656173740308616e737765722d31'],
  ])('$kind', (message, expected) => {
    expect(hex(writePeerMessage('east', message))).toBe(expected);
  });

  it.each([
    ['hello', '046561737400'],
    ['alive', '046561737401'],
    ['bye', '046561737402'],
  ] as const)('%s', (sign, expected) => {
    expect(hex(writeSign('east', sign))).toBe(expected);
    expect(readSign(writeSign('east', sign))).toEqual({ serverId: 'east', sign });
  });
});
