// The check of a record file: chain, contents, decisions, approval, phase, in that order. Needs nothing but the file.
import { genesisHash, openingDetails } from './chain.ts';
import { digestOf } from './canonical-json.ts';
import { factsOf } from './facts.ts';
import { type FiledEntry, type RecordFile, readRecordFile } from './record-file.ts';
import { type RecordStanding, standingAfter } from './standing.ts';
import type { Fault, Verdict } from './verdict.ts';

/** Says what holds of a record file, given as bytes, text or a parsed value, or the first thing that does not. Never throws. */
export async function verifyRecord(file: unknown): Promise<Verdict> {
  const reading = readRecordFile(file);
  if (!reading.ok) return reading;
  const record = reading.value;
  const broken = (await chainFault(record.entries)) ?? (await openingFault(record)) ?? (await contentsFault(record));
  if (broken !== null) return { ok: false, fault: broken };
  const { standing, unfit } = standingAfter(record.entries);
  if (unfit !== null) return { ok: false, fault: { code: 'unfit-entry', sequence: unfit.sequence } };
  const fault = decisionsFault(record, standing) ?? approvalFault(record, standing) ?? phaseFault(record, standing);
  return fault === null ? { ok: true, facts: factsOf(record, standing) } : { ok: false, fault };
}

async function chainFault(entries: readonly FiledEntry[]): Promise<Fault | null> {
  let previous = genesisHash;
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    if (entry.sequence !== sequence) return { code: 'sequence-broken', sequence, found: entry.sequence };
    if (entry.previous !== previous) return { code: 'previous-broken', sequence };
    const { hash, ...rest } = entry.asFiled;
    if (hash !== (await digestOf(rest))) return { code: 'hash-broken', sequence };
    previous = entry.hash;
  }
  return null;
}

/** The first entry binds the round and its questionnaire to the chain; a later one may give the round another title. */
async function openingFault(record: RecordFile): Promise<Fault | null> {
  const [opening] = record.entries;
  if (opening === undefined) return { code: 'no-entries' };
  if (opening.kind !== 'round-opened') return { code: 'opening-missing', sequence: opening.sequence };
  const { title, ...expected } = await openingDetails(record);
  const isSame = Object.entries(expected).every(([key, value]) => opening.details[key] === value);
  if (!isSame) return { code: 'opening-differs', sequence: opening.sequence };
  const titled = record.entries.findLast((it) => it.kind === 'round-changed' && it.details['title'] !== undefined) ?? opening;
  return titled.details['title'] === title ? null : { code: 'title-differs', sequence: titled.sequence };
}

async function contentsFault({ questions, contents }: RecordFile): Promise<Fault | null> {
  const asked = new Set<string>();
  for (const { id } of questions) {
    if (asked.has(id)) return { code: 'question-twice', question: id };
    asked.add(id);
  }
  const answered = new Set<string>();
  for (const { question, digest, content } of contents) {
    if (!asked.has(question)) return { code: 'content-unknown', question };
    if (answered.has(question)) return { code: 'content-twice', question };
    if (content['question'] !== question || digest !== (await digestOf(content))) return { code: 'content-changed', question };
    answered.add(question);
  }
  const missing = questions.find(({ id }) => !answered.has(id));
  return missing === undefined ? null : { code: 'content-missing', question: missing.id };
}

function decisionsFault(record: RecordFile, standing: RecordStanding): Fault | null {
  const digests = digestsOf(record);
  for (const { sequence, scope } of record.entries) {
    const unknown = scope.find(({ question }) => !digests.has(question));
    if (unknown !== undefined) return { code: 'question-unknown', sequence, question: unknown.question };
  }
  for (const [question, { digest, sequence }] of standing.decisions) {
    if (digests.get(question) !== digest) return { code: 'accepted-text-differs', sequence, question };
  }
  return null;
}

function approvalFault(record: RecordFile, { approval, decisions }: RecordStanding): Fault | null {
  if (approval === null) return null;
  const { sequence } = approval;
  const signed = new Map(approval.scope.map(({ question, digest }) => [question, digest]));
  const digests = digestsOf(record);
  for (const { id: question, answeredBy } of record.questions) {
    if (!signed.has(question)) return { code: 'approval-incomplete', sequence, question };
    if (signed.get(question) !== digests.get(question)) return { code: 'approved-text-differs', sequence, question };
    const decision = decisions.get(question);
    const isDecided = answeredBy === 'respondent' || (decision !== undefined && decision.sequence < sequence);
    if (!isDecided) return { code: 'approved-without-acceptance', sequence, question };
  }
  return null;
}

function phaseFault({ round }: RecordFile, { phase }: RecordStanding): Fault | null {
  return round.phase === phase ? null : { code: 'phase-differs', stated: round.phase, derived: phase };
}

function digestsOf(record: RecordFile): ReadonlyMap<string, string> {
  return new Map(record.contents.map(({ question, digest }) => [question, digest]));
}
