// The check of a record file: chain, times, opening, contents, one entry after the other, and what stands in the end. Needs nothing but the file.
import { genesisHash, openingDetails } from './chain.ts';
import { digestOf } from './canonical-json.ts';
import { factsOf } from './facts.ts';
import { type FiledEntry, type RecordFile, readRecordFile } from './record-file.ts';
import { phaseOf, type RecordStanding } from './standing.ts';
import { followEntries } from './succession.ts';
import type { Fault, Verdict } from './verdict.ts';

/** Says what holds of a record file, given as bytes, text or a parsed value, or the first thing that does not. Never throws. */
export async function verifyRecord(file: unknown): Promise<Verdict> {
  const reading = readRecordFile(file);
  if (!reading.ok) return reading;
  const record = reading.value;
  const { entries } = record;
  const broken = (await chainFault(entries)) ?? timesFault(entries) ?? (await openingFault(record)) ?? (await contentsFault(record));
  if (broken !== null) return { ok: false, fault: broken };
  const followed = followEntries(record);
  if ('fault' in followed) return { ok: false, fault: followed.fault };
  const { standing } = followed;
  const fault = textsFault(record, standing) ?? phaseFault(record, standing);
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

/** Times are of one clock, that of the database, and an entry is never dated before the one it follows. */
function timesFault(entries: readonly FiledEntry[]): Fault | null {
  let before = Number.NEGATIVE_INFINITY;
  for (const { sequence, at } of entries) {
    const instant = Date.parse(at);
    if (Number.isNaN(instant) || new Date(instant).toISOString() !== at) return { code: 'time-unreadable', sequence };
    if (instant < before) return { code: 'time-goes-back', sequence };
    before = instant;
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

/** The texts in the file are those that were accepted and approved. */
function textsFault(record: RecordFile, { decisions, approval }: RecordStanding): Fault | null {
  const digests = new Map(record.contents.map(({ question, digest }) => [question, digest]));
  for (const [question, { digest, sequence }] of decisions) {
    if (digests.get(question) !== digest) return { code: 'accepted-text-differs', sequence, question };
  }
  const changed = approval?.scope.find(({ question, digest }) => digests.get(question) !== digest);
  if (approval === null || changed === undefined) return null;
  return { code: 'approved-text-differs', sequence: approval.sequence, question: changed.question };
}

function phaseFault({ round }: RecordFile, standing: RecordStanding): Fault | null {
  const phase = phaseOf(standing);
  return round.phase === phase ? null : { code: 'phase-differs', stated: round.phase, derived: phase };
}
