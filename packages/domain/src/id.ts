// The branded ids. Every id is opaque text; only question, field, row and option ids are chosen by people (in a questionnaire).

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type RoundId = Id<'round'>;
export type AgencyId = Id<'agency'>;
export type PersonId = Id<'person'>;
export type QuestionId = Id<'question'>;
export type FieldId = Id<'field'>;
export type RowId = Id<'row'>;
export type OptionId = Id<'option'>;
export type ThreadId = Id<'thread'>;
export type CommentId = Id<'comment'>;

/** SHA-256 of a canonical content, 64 lower-case hexadecimal characters (docs/product-rules.md §6). */
export type Digest = Id<'digest'>;

/** A calendar day as `2027-05-28`, of no time zone. */
export type Day = Id<'day'>;

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** Names a value that was parsed at an edge as an id of kind `I`. It does not check that the id exists. */
export function asId<I extends Id<string>>(value: string): I {
  return value as I;
}

/** Marks a branch that no value can reach; throws when a bug reaches it. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
