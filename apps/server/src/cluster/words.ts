// Owns what servers say to each other beside the engine's messages, as JSON. A word that a server does not know is of a newer one, and is passed over.
import type { RoundEvent } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';
import { z } from 'zod';

const roundId = z.custom<RoundId>((value) => typeof value === 'string');
const personId = z.custom<PersonId>((value) => typeof value === 'string');
const event = z.custom<RoundEvent>((value) => typeof value === 'object' && value !== null && 'kind' in value);

const word = z.discriminatedUnion('kind', [
  /** The sender is new here, or has missed something: say that you are there. */
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('here') }),
  z.object({ kind: z.literal('gone') }),
  z.object({
    kind: z.literal('decided'),
    round: roundId,
    revision: z.number().int(),
    keepsRights: z.boolean(),
    /** To be answered with `seen` once the rights are applied; null for no answer. */
    ask: z.string().nullable(),
  }),
  z.object({ kind: z.literal('seen'), ask: z.string() }),
  z.object({ kind: z.literal('told'), round: roundId, event }),
  z.object({ kind: z.literal('told-person'), person: personId, event }),
  /** By the hash of its id. */
  z.object({ kind: z.literal('session-ended'), session: z.string() }),
]);

export type Word = z.infer<typeof word>;
export type Decided = Omit<Extract<Word, { kind: 'decided' }>, 'kind' | 'ask'>;

const said = z.object({ node: z.string(), word });
export type Said = z.infer<typeof said>;

/** The word as it travels, with the id of the server that says it. */
export function encodeWord(node: string, spoken: Word): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ node, word: spoken } satisfies Said));
}

/** Null for what this server does not know. */
export function decodeWord(bytes: Uint8Array): Said | null {
  try {
    return said.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
