// The pieces that several endpoints share: ids, people, agencies, assignments.
import {
  type AgencyId,
  type Anchor,
  type CommentId,
  type Day,
  isTimeZone,
  isVisible,
  type Digest,
  type FieldId,
  maxQuoteLength,
  nextSteps,
  type OptionId,
  type PersonId,
  phases,
  type QuestionId,
  readings,
  roles,
  type RoundId,
  type RowId,
  returnReasons,
  stages,
  statuses,
  type ThreadId,
  threadKinds,
} from '@chancery/domain';
import { z } from 'zod';

function id<T extends string>(): z.ZodType<T, string> {
  return z.string().min(1).max(100) as unknown as z.ZodType<T, string>;
}

export const roundId = id<RoundId>();
export const agencyId = id<AgencyId>();
export const personId = id<PersonId>();
export const questionId = id<QuestionId>();
export const threadId = id<ThreadId>();
export const commentId = id<CommentId>();
export const fieldId = id<FieldId>();
export const rowId = id<RowId>();
export const optionId = id<OptionId>();
export const digest = z.string().regex(/^[0-9a-f]{64}$/) as unknown as z.ZodType<Digest, string>;
/** Milliseconds since the epoch, UTC, to the end of the year 9999: beyond what dates can show, a screen would fail. */
export const instant = z.number().int().min(0).max(253_402_300_799_999);

/** A calendar day as `2027-05-28`, of no time zone. */
export const day = z.iso.date() as unknown as z.ZodType<Day, string>;
/** By its IANA name, such as `Asia/Kuala_Lumpur`. */
export const timeZone = z.string().max(60).refine(isTimeZone, 'must be the name of a time zone');

export const role = z.enum(roles);
const printedPerson = z.object({
  person: personId,
  name: z.string(),
  title: z.string(),
  agency: z.object({ id: agencyId, name: z.string() }).nullable(),
  role: z.enum([...roles, 'administrator']),
});
/** Who gave or confirmed a role, as printed then. */
export const voucher = printedPerson.extend({ at: instant });
export const phase = z.enum(phases);
export const reading = z.enum(readings);
export const status = z.enum(statuses);
export const stage = z.enum(stages);
export const threadKind = z.enum(threadKinds);
export const returnReason = z.enum(returnReasons);
export const nextStepName = z.enum(nextSteps);

/** One line as the record prints it: no control characters, and none that turn the direction of what follows. */
export const line = z
  .string()
  .normalize()
  .trim()
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, 'must be one line without hidden characters');
/** A name that can be seen: fillers, blanks and marks alone are none. */
const name = line
  .max(200)
  .regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit')
  // Joiners have their place between letters of some scripts.
  .regex(/^(?:[\u200c\u200d]|(?!\u2800)\P{Default_Ignorable_Code_Point})*$/u, 'must be without hidden characters');
export const email = z.email().max(200);
/** Bounded before it is looked at; the domain says what it must be. */
export const newPassword = z.string().min(1).max(1000);
export const typedPassword = z.string().max(1000);
export const names = {
  name,
  shortName: name.max(30),
  title: line.max(200),
  roundTitle: line.max(300).refine(isVisible, 'must hold something that can be seen'),
};

export const personSummary = z
  .object({ id: personId, name: z.string(), title: z.string(), agency: agencyId.nullable() })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = z.infer<typeof personSummary>;

export const agencyView = z
  .object({
    id: agencyId,
    name: z.string(),
    shortName: z.string(),
    /** 1-12, an index into the agency colours. */
    colour: z.number().int().min(1).max(12),
    isLead: z.boolean(),
  })
  .meta({ id: 'Agency' });
export type AgencyView = z.infer<typeof agencyView>;

export const assignment = z
  .object({
    leadingAgency: agencyId,
    contributors: z.array(z.object({ agency: agencyId, mustClear: z.boolean() })).max(40),
    dueDay: day.nullable(),
  })
  .meta({ id: 'Assignment' });

export const clearance = z.object({ agency: agencyId, person: personId, digest, at: instant }).meta({ id: 'Clearance' });
export const acceptance = z
  .object({ kind: z.enum(['accepted', 'no-answer']), person: personId, digest, at: instant })
  .meta({ id: 'Acceptance' });
/** Why an answer was returned or reopened, until it is cleared again. */
export const takenBack = z.object({
  kind: z.enum(['returned', 'reopened']),
  person: personId,
  at: instant,
  reason: returnReason,
  text: z.string(),
  digest,
});

/** Somebody who has an answer open now. */
export const presence = z.object({ person: personId, name: z.string(), agency: agencyId }).meta({ id: 'Presence' });
export type Presence = z.infer<typeof presence>;

const place = z.object({ field: fieldId, row: rowId.optional(), option: optionId.optional() });
/** A passage of an answer. */
export const anchor = z
  .object({
    place,
    start: z.string().max(2000),
    end: z.string().max(2000),
    quote: z.string().max(maxQuoteLength),
  })
  .meta({ id: 'Anchor' }) satisfies z.ZodType<Anchor>;
