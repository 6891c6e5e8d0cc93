// The schemas of every endpoint: what goes in, what comes out. OpenAPI is generated from it; the server parses with it; the web takes its types.
import { type Questionnaire, roles, sendingChannels } from '@chancery/domain';
import { z } from 'zod';
import { accountEndpoints } from './account-endpoints.ts';
import {
  answerContent,
  answerView,
  authoredField,
  contentsView,
  editingSpell,
  newComment,
  newThread,
  proposalView,
  threadView,
} from './answer.ts';
import { importPreview } from './exchange-view.ts';
import {
  agencyView,
  agencyId,
  assignment,
  day,
  digest,
  email,
  instant,
  line,
  names,
  personId,
  questionId,
  reading,
  returnReason,
  role,
  roundId,
  commentId,
  threadId,
  timeZone,
} from './parts.ts';
import { notice, peopleView, recordView, roundSummary, roundView } from './round-view.ts';
import type { RouteName } from './routes.ts';
import { none, nothing, type Shape } from './shape.ts';

const inRound = z.object({ round: roundId });
const onQuestion = z.object({ round: roundId, question: questionId });
const onThread = z.object({ round: roundId, thread: threadId });
const onComment = onThread.extend({ comment: commentId });
const onMember = z.object({ round: roundId, person: personId });
const reason = z.object({ reason: returnReason, text: z.string().max(2000) });
const seen = z.object({ digest });
const memberBody = z.object({ agency: agencyId, roles: z.array(role).min(1).max(roles.length) });
const invitation = z.object({
  person: personId,
  /** One-time link; null when it was sent by mail, when the account is active already, or opens more than the person who asks may give. */
  invitation: z.string().nullable(),
  /** The address to which it was sent. */
  sentTo: z.string().nullable(),
});

export const endpoints = {
  readHealth: {
    summary: 'Is the server well?',
    params: none,
    body: null,
    response: z.object({
      /** `degraded`: it serves, and an operator should look at the alarms. */
      status: z.enum(['ok', 'degraded', 'failing', 'stopping']),
      database: z.enum(['ok', 'failing']),
      /** Absent where one server serves alone. */
      redis: z.enum(['ok', 'failing']).optional(),
      /** Absent where no mail is sent. `failed`: given up and kept. `oldestAt`: when the earliest of those that wait was written. */
      mail: z.object({ waiting: z.number().int(), failed: z.number().int(), oldestAt: instant.nullable() }).optional(),
      alarms: z.array(z.string()),
    }),
  },
  readDemo: {
    summary: 'The people of the demo',
    params: none,
    body: null,
    response: z.object({
      password: z.string(),
      people: z.array(z.object({ email: z.string(), name: z.string(), agency: z.string(), roles: z.array(role) })),
    }),
  },
  ...accountEndpoints,

  listQuestionnaires: {
    summary: 'Questionnaires that a round can be opened with',
    params: none,
    body: null,
    response: z.object({ questionnaires: z.array(z.object({ id: z.string(), version: z.number().int(), title: z.string() })) }),
  },
  readQuestionnaire: {
    summary: 'One questionnaire',
    params: z.object({ questionnaire: z.string(), version: z.coerce.number().int() }),
    body: null,
    response: z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null).meta({ id: 'Questionnaire' }),
  },

  listRounds: { summary: 'My rounds', params: none, body: null, response: z.object({ rounds: z.array(roundSummary) }) },
  openRound: {
    summary: 'Open a round (administrator)',
    params: none,
    body: z.object({
      title: names.roundTitle,
      country: names.name,
      questionnaire: z.string(),
      version: z.number().int(),
      reading,
      dueDay: day.nullable(),
      /** UTC where none is given. */
      timeZone: timeZone.optional(),
      leadAgency: z.object({ name: names.name, shortName: names.shortName }),
    }),
    response: z.object({ id: roundId }),
  },
  readRound: { summary: 'Round overview', params: inRound, body: null, response: roundView },
  changeRound: {
    summary: 'Change title, due date or reading of a round',
    params: inRound,
    body: z.object({
      title: names.roundTitle.optional(),
      dueDay: day.nullable().optional(),
      timeZone: timeZone.optional(),
      reading: reading.optional(),
    }),
    response: nothing,
  },
  readContents: { summary: 'Canonical contents of all readable answers', params: inRound, body: null, response: contentsView },

  readPeople: { summary: 'Agencies and members', params: inRound, body: null, response: peopleView },
  addAgency: {
    summary: 'Add an agency',
    params: inRound,
    body: z.object({ name: names.name, shortName: names.shortName }),
    response: agencyView,
  },
  changeAgency: {
    summary: 'Rename an agency',
    params: z.object({ round: roundId, agency: agencyId }),
    body: z.object({ name: names.name, shortName: names.shortName }),
    response: nothing,
  },
  removeAgency: {
    summary: 'Remove an agency without members and assignments',
    params: z.object({ round: roundId, agency: agencyId }),
    body: null,
    response: nothing,
  },
  changeLeadAgency: {
    summary: 'Give the round another lead coordinating agency (administrator)',
    params: inRound,
    body: z.object({ agency: agencyId }),
    response: nothing,
  },
  addMember: {
    summary: "Invite a person, or name an agency's first manager or the respondent",
    params: inRound,
    body: memberBody.extend({ email, name: names.name, title: names.title }),
    response: invitation,
  },
  changeMember: { summary: 'Change the roles of a member', params: onMember, body: memberBody, response: nothing },
  confirmMember: {
    summary: 'Confirm a role for which somebody else has named the member',
    params: onMember,
    body: z.object({ role }),
    response: nothing,
  },
  correctPerson: {
    summary: 'Correct name, title or e-mail address of a member',
    params: onMember,
    body: z.object({ name: names.name.optional(), title: names.title.optional(), email: email.optional() }),
    response: nothing,
  },
  removeMember: { summary: 'Take a member out of the round', params: onMember, body: null, response: nothing },
  inviteAgain: { summary: 'Make a new one-time link; the one before ends', params: onMember, body: null, response: invitation },
  grantReading: { summary: 'Make yourself an observer (administrator)', params: inRound, body: null, response: nothing },

  assignQuestions: {
    summary: 'Assign one or many questions',
    params: inRound,
    body: z.object({ questions: z.array(questionId).min(1).max(200), ...assignment.shape }),
    response: nothing,
  },
  readAnswer: { summary: 'One answer with its threads', params: onQuestion, body: null, response: answerView },
  readLastCleared: {
    summary: 'The text that your agency cleared last',
    params: onQuestion,
    body: null,
    response: z.object({ cleared: z.object({ at: instant, digest, content: answerContent }).nullable() }),
  },
  readHistory: {
    summary: 'Decisions and editing of one answer',
    params: onQuestion,
    body: null,
    response: z.object({ entries: recordView.shape.entries, spells: z.array(editingSpell) }),
  },
  readAuthors: {
    summary: 'Who wrote which passage of one answer',
    params: onQuestion,
    body: null,
    response: z.object({ fields: z.array(authoredField) }),
  },
  readProposals: {
    summary: 'Texts that are not in the answer',
    params: onQuestion,
    body: null,
    response: z.object({ proposals: z.array(proposalView) }),
  },
  settleProposal: {
    summary: 'Accept a proposal into the answer, or decline it',
    params: z.object({ round: roundId, proposal: z.string() }),
    body: z.object({ outcome: z.enum(['accepted', 'declined']), reason: z.string().max(2000) }),
    response: nothing,
  },

  clearAnswer: { summary: 'Clear the text you saw for your agency', params: onQuestion, body: seen, response: nothing },
  acceptAnswer: { summary: 'Accept the text you saw; the answer freezes', params: onQuestion, body: seen, response: nothing },
  markNoAnswer: { summary: 'Close a question without an answer', params: onQuestion, body: none, response: nothing },
  returnAnswer: { summary: 'Return an answer to drafting', params: onQuestion, body: reason, response: nothing },
  reopenAnswer: { summary: 'Reopen an accepted or sealed answer', params: onQuestion, body: reason, response: nothing },
  approveRound: {
    summary: 'Approve the round',
    params: inRound,
    body: z.object({ digests: z.record(z.string(), digest), words: z.string().max(5000) }),
    response: z.object({ hash: z.string() }),
  },
  recordSending: {
    summary: 'Record that the form was sent',
    params: inRound,
    body: z.object({
      /** The day on which the form left. */
      on: z.iso.date(),
      channel: z.enum(sendingChannels),
      addressee: line.min(1).max(200),
      note: z.string().max(2000),
    }),
    response: nothing,
  },

  startThread: { summary: 'Start a thread', params: onQuestion, body: newThread, response: threadView },
  addComment: { summary: 'Reply', params: onThread, body: newComment, response: nothing },
  editComment: { summary: 'Change the words of a comment of one’s own', params: onComment, body: newComment, response: nothing },
  deleteComment: { summary: 'Take out the words of a comment of one’s own', params: onComment, body: null, response: nothing },
  resolveThread: { summary: 'Resolve a thread or close a query', params: onThread, body: none, response: nothing },
  reopenThread: { summary: 'Reopen a thread', params: onThread, body: null, response: nothing },

  readRecord: { summary: 'The record', params: inRound, body: null, response: recordView },

  previewImport: { summary: 'Read a filled form and show what would happen', params: inRound, body: null, response: importPreview },
  runImport: {
    summary: 'Import what the preview showed',
    params: z.object({ round: roundId, import: z.string() }),
    body: z.object({ questions: z.array(questionId) }),
    response: z.string(),
  },
  dropImport: { summary: 'Forget a preview', params: z.object({ round: roundId, import: z.string() }), body: null, response: nothing },

  openLink: {
    summary: 'Open a link, which carries any number of documents where WebSockets are blocked',
    params: none,
    body: null,
    response: z.string(),
  },
  sendToLink: { summary: 'Send frames up a link', params: z.object({ link: z.string().max(100) }), body: null, response: nothing },

  listNotices: { summary: 'What happened that concerns me', params: none, body: null, response: z.object({ notices: z.array(notice) }) },
  readNotices: { summary: 'Mark notices as read', params: none, body: z.object({ ids: z.array(z.string()).max(500) }), response: nothing },
} as const satisfies Record<RouteName, Shape>;

export type Endpoints = typeof endpoints;
export type ParamsOf<N extends RouteName> = z.input<Endpoints[N]['params']>;
export type BodyOf<N extends RouteName> = Endpoints[N]['body'] extends z.ZodType ? z.input<Endpoints[N]['body']> : null;
export type ResponseOf<N extends RouteName> = z.output<Endpoints[N]['response']>;
