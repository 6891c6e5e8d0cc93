// The messages between servers beside those of the engine, as JSON. A kind that a server does not know is of a newer one, and is passed over.
import type { RoundEvent } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';
import { z } from 'zod';

const roundId = z.custom<RoundId>((value) => typeof value === 'string');
const personId = z.custom<PersonId>((value) => typeof value === 'string');
const event = z.custom<RoundEvent>((value) => typeof value === 'object' && value !== null && 'kind' in value);

const message = z.discriminatedUnion('kind', [
  /** The sender is new here, or has missed something: say that you are there. */
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('here') }),
  z.object({ kind: z.literal('gone') }),
  z.object({
    kind: z.literal('decided'),
    round: roundId,
    revision: z.number().int(),
    keepsRights: z.boolean(),
    /** To be replied to with `seen` once the rights are applied; null for no reply. */
    ask: z.string().nullable(),
  }),
  z.object({ kind: z.literal('seen'), ask: z.string() }),
  z.object({ kind: z.literal('told'), round: roundId, event }),
  z.object({ kind: z.literal('told-person'), person: personId, event }),
  /** By the hash of its id. */
  z.object({ kind: z.literal('session-ended'), session: z.string() }),
]);

export type Message = z.infer<typeof message>;

// The names of the two fields are those of earlier versions, which run beside this one during an update.
const said = z.object({ node: z.string(), word: message });
export type Said = z.infer<typeof said>;

/** The message as it travels, with the id of the server that sends it. */
export function encodeMessage(serverId: string, sent: Message): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ node: serverId, word: sent } satisfies Said));
}

/** Null for what this server does not know. */
export function decodeMessage(bytes: Uint8Array): Said | null {
  try {
    return said.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
