// The messages between servers beside those of the engine, as JSON. A kind that a server does not know is of a newer one, and is passed over.
import type { RoundEvent } from '@chancery/contract';
import type { PersonId, RoundId } from '@chancery/domain';
import { z } from 'zod';

const roundId = z.custom<RoundId>((value) => typeof value === 'string');
const personId = z.custom<PersonId>((value) => typeof value === 'string');
const event = z.custom<RoundEvent>((value) => typeof value === 'object' && value !== null && 'kind' in value);

const message = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('decided'),
    round: roundId,
    revision: z.number().int(),
    keepsRights: z.boolean(),
    /** To be replied to with `seen` once the rights are applied; null for no reply. */
    request: z.string().nullable(),
  }),
  z.object({ kind: z.literal('seen'), request: z.string() }),
  z.object({ kind: z.literal('told'), round: roundId, event }),
  z.object({ kind: z.literal('told-person'), person: personId, event }),
  /** By the hash of its id. */
  z.object({ kind: z.literal('sign-in-ended'), signIn: z.string() }),
]);

export type Message = z.infer<typeof message>;

const said = z.object({ serverId: z.string(), message });
export type Said = z.infer<typeof said>;

/** The message as it travels, with the id of the server that sends it. */
export function encodeMessage(serverId: string, message: Message): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ serverId, message } satisfies Said));
}

/** Null for what this server does not know. */
export function decodeMessage(bytes: Uint8Array): Said | null {
  try {
    return said.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
