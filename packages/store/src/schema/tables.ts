// The rows as the database holds them. The migrations name the columns; the files of the nouns say what they mean.
import type {
  Acceptance,
  AgencyId,
  CommentId,
  Digest,
  Day,
  Instant,
  PersonId,
  Phase,
  ProposalReason,
  QuestionId,
  Reading,
  ReturnReason,
  Role,
  RoundId,
  Standing,
  TakenBack,
  ThreadId,
  ThreadKind,
} from '@chancery/domain';
import type { Generated } from 'kysely';
import type { Flag } from './values.ts';

export interface Tables {
  schema_version: { version: number; name: string; at: Instant };
  person: {
    id: PersonId;
    email: string;
    name: string;
    title: string;
    password_hash: string | null;
    is_administrator: Flag;
    created_at: Instant;
    disabled_at: Instant | null;
    is_demo: Generated<Flag>;
    last_sign_in_at: Instant | null;
  };
  session: {
    id_hash: string;
    person_id: PersonId;
    created_at: Instant;
    expires_at: Instant;
    proven_at: Instant;
    last_used_at: Instant;
    agent: string | null;
  };
  invitation: {
    token_hash: string;
    person_id: PersonId;
    created_at: Instant;
    expires_at: Instant;
    used_at: Instant | null;
    delivery: string | null;
  };
  pace: { key: string; busy_until: Instant };
  familiar_address: { person_id: PersonId; address: string; last_at: Instant };
  mail: {
    id: string;
    kind: string;
    person_id: PersonId | null;
    address: string | null;
    details: string;
    created_at: Instant;
    status: 'waiting' | 'sent' | 'failed' | 'dropped';
    tries: number;
    next_try_at: Instant;
    leased_by: string | null;
    leased_until: Instant;
    ended_at: Instant | null;
    failure: string | null;
  };
  questionnaire: { id: string; version: number; definition: string };
  round: {
    id: RoundId;
    title: string;
    country: string;
    questionnaire_id: string;
    questionnaire_version: number;
    phase: Phase;
    reading: Reading;
    due_day: Day | null;
    time_zone: string;
    created_at: Instant;
    sent_at: Instant | null;
    revision: Generated<number>;
  };
  agency: { id: AgencyId; round_id: RoundId; name: string; short_name: string; colour: number; is_lead: Flag; position: number };
  membership: { round_id: RoundId; person_id: PersonId; agency_id: AgencyId };
  membership_role: {
    round_id: RoundId;
    person_id: PersonId;
    role: Role;
    standing: Generated<Standing>;
    vouched_by: string | null;
    confirmed_by: string | null;
  };
  assignment: {
    round_id: RoundId;
    question_id: QuestionId;
    leading_agency_id: AgencyId;
    due_day: Day | null;
    assigned_by: PersonId;
    assigned_at: Instant;
  };
  assignment_contributor: { round_id: RoundId; question_id: QuestionId; agency_id: AgencyId; must_clear: Flag; position: number };
  clearance: {
    id: string;
    round_id: RoundId;
    question_id: QuestionId;
    agency_id: AgencyId;
    person_id: PersonId;
    digest: Digest;
    at: Instant;
    ended_at: Instant | null;
    ended_by: PersonId | null;
  };
  acceptance: {
    id: string;
    round_id: RoundId;
    question_id: QuestionId;
    kind: Acceptance['kind'];
    person_id: PersonId;
    digest: Digest;
    at: Instant;
    ended_at: Instant | null;
    ended_by: PersonId | null;
  };
  taken_back: {
    round_id: RoundId;
    question_id: QuestionId;
    kind: TakenBack['kind'];
    person_id: PersonId;
    at: Instant;
    reason: ReturnReason;
    text: string;
    digest: Digest;
  };
  approval: {
    id: string;
    round_id: RoundId;
    person_id: PersonId;
    at: Instant;
    voided_at: Instant | null;
    entry_sequence: number;
    voided_by: PersonId | null;
    voided_question: QuestionId | null;
    /** When the form that it approved was sent; null when it was void before. */
    sent_at: Instant | null;
  };
  content: { digest: Digest; round_id: RoundId; question_id: QuestionId; canonical: string };
  record_entry: { round_id: RoundId; sequence: number; at: Instant; kind: string; hash: string; previous: string; entry: string };
  thread: {
    id: ThreadId;
    round_id: RoundId;
    question_id: QuestionId;
    kind: ThreadKind;
    addressed_to: AgencyId | null;
    anchor: string | null;
    quote: string | null;
    started_by: PersonId;
    started_at: Instant;
    resolved_by: PersonId | null;
    resolved_at: Instant | null;
  };
  comment: {
    id: CommentId;
    thread_id: ThreadId;
    person_id: PersonId;
    body: string;
    at: Instant;
    edited_at: Instant | null;
    deleted_at: Instant | null;
  };
  mention: { comment_id: CommentId; person_id: PersonId };
  notice: {
    id: string;
    person_id: PersonId;
    round_id: RoundId;
    question_id: QuestionId | null;
    kind: string;
    details: string;
    at: Instant;
    read_at: Instant | null;
  };
  document: {
    id: string;
    round_id: RoundId;
    question_id: QuestionId;
    epoch: number;
    schema_version: number;
    sequence: number;
    created_at: Instant;
    is_frozen: Generated<Flag>;
  };
  document_snapshot: {
    document_id: string;
    sequence: number;
    person_id: string | null;
    agency_id: string | null;
    at: Instant;
    bytes: Uint8Array;
    attribution: Uint8Array;
    pieces_id: string | null;
    bytes_pieces: number;
    attribution_pieces: number;
  };
  document_snapshot_piece: {
    document_id: string;
    pieces_id: string;
    sequence: number;
    part: 'bytes' | 'attribution';
    number: number;
    bytes: Uint8Array;
  };
  document_client: { document_id: string; client_id: number; person_id: string };
  admitted_writer: { document_id: string; person_id: PersonId };
  document_update: {
    document_id: string;
    sequence: number;
    bytes: Uint8Array;
    person_id: string | null;
    agency_id: string | null;
    at: Instant;
  };
  proposal: {
    id: string;
    round_id: RoundId;
    question_id: QuestionId;
    person_id: PersonId | null;
    reason: ProposalReason;
    update_bytes: Uint8Array | null;
    content: string | null;
    text: string;
    at: Instant;
    settled_at: Instant | null;
    settled_by: PersonId | null;
    outcome: 'accepted' | 'declined' | null;
    reason_given: string | null;
    base_epoch: number | null;
  };
  import_draft: {
    id: string;
    round_id: RoundId;
    person_id: PersonId;
    file_name: string;
    form: string;
    created_at: Instant;
    expires_at: Instant;
  };
  installation: { id: string; bus_key: string | null };
}
