// How entries of the record are chained: each holds the hash of the one before. Stored elsewhere.
import { digestOf } from './canonical-json.ts';

/** What the first entry names as the hash before it. */
export const genesisHash = '0'.repeat(64);

/** Where an entry stands. `sequence` counts from 1; `at` is UTC, ISO 8601 with milliseconds; `previous` is the hash of the entry before. */
export interface ChainPosition {
  readonly sequence: number;
  readonly at: string;
  readonly previous: string;
}

/** The entry at that position: the draft, its position, and the digest of both as `hash`. */
export async function chainEntry<Draft extends object>(
  draft: Draft,
  position: ChainPosition,
): Promise<Draft & ChainPosition & { readonly hash: string }> {
  const { sequence, at, previous } = position;
  const entry = { ...draft, sequence, at, previous };
  return { ...entry, hash: await digestOf(entry) };
}

export interface Opening {
  readonly round: { readonly id: string; readonly title: string; readonly country: string };
  readonly questionnaire: unknown;
}

/** Details of the entry that opens a round. They bind the round and its questionnaire to the chain, so that neither can be changed in the file. A later entry `round-changed` may carry another `title`. */
export async function openingDetails({ round, questionnaire }: Opening): Promise<Readonly<Record<string, string>>> {
  return { round: round.id, title: round.title, country: round.country, questionnaire: await digestOf(questionnaire) };
}
