// What crosses HTTP about rounds: the list, the overview, people, record, notices, events.
import type { QuestionId, RecordEntry } from '@chancery/domain';
import { z } from 'zod';
import { answerRow } from './answer.ts';
import {
  agencyId,
  agencyView,
  day,
  instant,
  personId,
  personSummary,
  phase,
  type Presence,
  questionId,
  reading,
  role,
  roundId,
  voucher,
} from './parts.ts';

export const roundSummary = z
  .object({
    id: roundId,
    title: z.string(),
    country: z.string(),
    phase,
    dueDay: day.nullable(),
    /** The day that it is in the round. */
    today: day,
    agency: z.object({ id: agencyId, name: z.string() }).nullable(),
    roles: z.array(role),
    /** Roles that wait for a confirmation. */
    named: z.array(role),
    /** Questions of agencies in the round, and how many of them are accepted. */
    progress: z.object({ questions: z.number().int(), accepted: z.number().int() }),
  })
  .meta({ id: 'RoundSummary' });

const me = z.object({
  person: personId,
  isAdministrator: z.boolean(),
  agency: agencyId.nullable(),
  roles: z.array(role),
  named: z.array(role),
});

export const roundView = z
  .object({
    id: roundId,
    title: z.string(),
    country: z.string(),
    phase,
    reading,
    dueDay: day.nullable(),
    timeZone: z.string(),
    /** The day that it is in the round. */
    today: day,
    questionnaire: z.object({ id: z.string(), version: z.number().int() }),
    /** Server time, so that "in 4 days" does not depend on the reader's clock. */
    now: instant,
    me,
    leadAgency: agencyId,
    agencies: z.array(agencyView),
    people: z.array(personSummary),
    /** Readable answers in printed order; in a `separate` round the others are absent. */
    answers: z.array(answerRow),
    approval: z.object({ person: personId, at: instant }).nullable(),
    /** Namings that wait for the reader to confirm them. */
    toConfirm: z.array(z.object({ person: personId, role })),
    /** The approval that was made void and has not been given again; the question is absent where the reader may not see it. */
    voidedApproval: z
      .object({
        approvedBy: personId,
        approvedAt: instant,
        sentAt: instant.nullable(),
        voidedAt: instant,
        voidedBy: personId.nullable(),
        question: questionId.nullable(),
      })
      .nullable(),
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Round' });
export type RoundView = z.infer<typeof roundView>;

const memberView = z.object({
  person: personId,
  name: z.string(),
  title: z.string(),
  email: z.string(),
  agency: agencyId,
  /** In force. */
  roles: z.array(role),
  /** Waiting for a confirmation. */
  named: z.array(role),
  /** Who stands behind each of these roles; null where that was not kept, or no confirmation was needed. */
  vouching: z.array(z.object({ role, vouchedBy: voucher.nullable(), confirmedBy: voucher.nullable() })),
  /** `invited`: has not set a password yet. */
  state: z.enum(['active', 'invited']),
});
export const peopleView = z.object({ agencies: z.array(agencyView), members: z.array(memberView) });

/** JSON that the domain types describe and the server alone writes. */
const recordEntry = z.custom<RecordEntry>((value) => typeof value === 'object' && value !== null).meta({ id: 'RecordEntry' });

export const recordView = z
  .object({
    entries: z.array(recordEntry),
    lastHash: z.string(),
  })
  .meta({ id: 'Record' });

export const notice = z
  .object({
    id: z.string(),
    round: roundId,
    question: questionId.nullable(),
    kind: z.enum([
      'mentioned',
      'query-addressed',
      'replied',
      'assigned',
      'cleared',
      'accepted',
      'returned',
      'reopened',
      'approved',
      'approval-voided',
      'proposal-kept',
      'proposal-not-kept',
      'proposal-accepted',
      'proposal-declined',
      'password-link-made',
      'member-named',
      'member-confirmed',
      'member-added',
      'member-changed',
      'member-removed',
      'reading-granted',
      'invitation-made',
      'account-activated',
      'person-changed',
      'agency-changed',
      'lead-agency-changed',
    ]),
    by: z.string(),
    /** Whom it is about, and their agency; otherwise empty. */
    about: z.string(),
    agency: z.string(),
    /** The reader is the one whom it is about. */
    isAboutMe: z.boolean(),
    /** Why an answer was taken back (`returnReason`), why a proposal was kept (`proposalReason`), or the words with which it was declined; otherwise empty. */
    reason: z.string(),
    /** What the coordinator wrote beside the coded reason of a return or a reopening; otherwise empty. */
    text: z.string(),
    at: instant,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notice' });

/** Pushed to everyone who listens to a round, as far as they may read what it names; a client asks again for what the event names. */
export type RoundEvent =
  | { readonly kind: 'round-changed' }
  | { readonly kind: 'answer-changed'; readonly question: QuestionId }
  | { readonly kind: 'threads-changed'; readonly question: QuestionId }
  | { readonly kind: 'presence'; readonly question: QuestionId; readonly present: readonly Presence[] }
  | { readonly kind: 'rights-changed' }
  | { readonly kind: 'notices-changed' };
