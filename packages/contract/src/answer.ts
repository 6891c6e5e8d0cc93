// What crosses HTTP about answers: rows of the overview, one answer with its threads, contents, history, proposals.
import { type AnswerContent, isVisible, proposalReasons, type Question } from '@chancery/domain';
import { z } from 'zod';
import {
  acceptance,
  agencyId,
  anchor,
  assignment,
  clearance,
  commentId,
  digest,
  fieldId,
  instant,
  nextStepName,
  personId,
  presence,
  questionId,
  stage,
  status,
  takenBack,
  threadId,
  threadKind,
} from './parts.ts';

/** JSON that the domain types describe and the server alone writes. */
export const answerContent = z.custom<AnswerContent>((value) => typeof value === 'object' && value !== null).meta({ id: 'AnswerContent' });
const questionShape = z.custom<Question>((value) => typeof value === 'object' && value !== null).meta({ id: 'Question' });

const anyRow = z.object({
  question: questionId,
  status,
  /** The status with drafting told apart. */
  stage,
  assignment: assignment.nullable(),
  clearances: z.array(clearance),
  acceptance: acceptance.nullable(),
  takenBack: takenBack.nullable(),
  openQueries: z.number().int(),
  /** Agencies to which an open query is addressed. */
  asked: z.array(agencyId),
  openComments: z.number().int(),
  present: z.array(presence),
  lastEdit: z.object({ person: personId.nullable(), at: instant }).nullable(),
  mine: nextStepName.nullable(),
  openProposals: z.number().int(),
});
const readableRow = anyRow.extend({
  isReadable: z.literal(true),
  /** Agencies whose clearance is of an earlier text. */
  stale: z.array(agencyId),
  /** Agencies that still must clear the text as it stands. */
  missing: z.array(agencyId),
  empty: z.array(fieldId),
  toConfirm: z.array(fieldId),
  isEmpty: z.boolean(),
  digest,
});
export type ReadableRow = z.infer<typeof readableRow>;

/** Its text cannot be read at the moment, so that nothing is said of it; nobody can decide on it until then. */
const unreadableRow = anyRow.extend({ isReadable: z.literal(false) });

export const answerRow = z.discriminatedUnion('isReadable', [readableRow, unreadableRow]).meta({ id: 'AnswerRow' });
export type AnswerRow = z.infer<typeof answerRow>;

export const comment = z
  .object({
    id: commentId,
    person: personId,
    body: z.string(),
    mentions: z.array(personId),
    at: instant,
    /** When its author changed its words last. */
    editedAt: instant.nullable(),
    /** Its author has taken its words out. */
    isDeleted: z.boolean(),
  })
  .meta({ id: 'Comment' });

export const threadView = z
  .object({
    id: threadId,
    question: questionId,
    kind: threadKind,
    addressedTo: agencyId.nullable(),
    anchor: anchor.nullable(),
    startedBy: personId,
    startedAt: instant,
    resolved: z.object({ by: personId, at: instant }).nullable(),
    comments: z.array(comment),
  })
  .meta({ id: 'Thread' });
export type ThreadView = z.infer<typeof threadView>;

export const answerView = readableRow.extend({ definition: questionShape, content: answerContent, threads: z.array(threadView) });
export type AnswerView = z.infer<typeof answerView>;

export const contentsView = z.object({
  contents: z.array(z.object({ question: questionId, digest, content: answerContent })),
  /** Questions whose text cannot be read at the moment, though this person may. */
  unreadable: z.array(questionId),
});

/** Words that can be seen (C4). */
const commentBody = z.string().trim().max(5000).refine(isVisible, 'must hold something that can be seen');

export const newThread = z.object({
  kind: threadKind,
  addressedTo: agencyId.nullable(),
  anchor: anchor.nullable(),
  body: commentBody,
  mentions: z.array(personId).max(20),
  /** T10: lets the agency of a query read the answer while the query is open. */
  letsRead: z.boolean().optional(),
});
export const newComment = z.object({ body: commentBody, mentions: z.array(personId).max(20) });

export const editingSpell = z.object({
  person: personId.nullable(),
  agency: agencyId.nullable(),
  from: instant,
  to: instant,
  edits: z.number().int(),
});

export const proposalReason = z.enum(proposalReasons);

/** The prose of one place with its passages in reading order; together they are its whole text. */
export const authoredField = z.object({
  field: z.string(),
  row: z.string().nullable(),
  option: z.string().nullable(),
  passages: z.array(z.object({ text: z.string(), person: personId.nullable(), agency: agencyId.nullable(), at: instant })),
});

export const proposalView = z
  .object({
    id: z.string(),
    person: personId.nullable(),
    reason: proposalReason,
    /** What it would bring, to read: as it was when it was kept. */
    text: z.string(),
    /** What accepting it would add to the answer as it stands, and remove from it. */
    added: z.string(),
    removed: z.string(),
    at: instant,
    /** `edit`: changes the answer where it was typed. `words`: its words come behind those that the answer holds. `nothing`: it holds them already. */
    enters: z.enum(['edit', 'words', 'nothing']),
  })
  .meta({ id: 'Proposal' });
