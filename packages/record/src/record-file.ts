// The shape of the record file, read from anything: bytes, text or a parsed value. Reading never throws and checks no claim.
import { jsonFault } from './canonical-json.ts';
import { repeatedKey } from './repeated-key.ts';

export const recordFormat = 'chancery-record/1';

/** 256 MB: a hundred times a record of a thousand decisions with full contents. */
const maxBytes = 256 * 1024 * 1024;

export type Phase = 'open' | 'approved' | 'sent';

interface PrintedPerson {
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly agency: { readonly id: string; readonly name: string } | null;
}

/** Entries of earlier versions say nothing of who vouched. */
export interface Person extends PrintedPerson {
  readonly vouchedBy?: PrintedPerson | null;
  readonly confirmedBy?: PrintedPerson | null;
}

interface ScopedAnswer {
  readonly question: string;
  readonly digest: string;
}

export interface FiledEntry {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly by: Person;
  readonly scope: readonly ScopedAnswer[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
  /** The entry as filed, which is what its hash is over. */
  readonly asFiled: Json;
}

interface FiledQuestion {
  readonly id: string;
  readonly answeredBy: string;
  readonly isRequired?: unknown;
}

export interface RecordFile {
  readonly round: { readonly id: string; readonly title: string; readonly country: string; readonly phase: Phase };
  readonly questionnaire: Json;
  readonly questions: readonly FiledQuestion[];
  readonly contents: readonly { readonly question: string; readonly digest: string; readonly content: Json }[];
  readonly entries: readonly FiledEntry[];
}

/** Why a file cannot be read as a record. `number` is that of a content or an entry, counting from 1. */
export type ReadingFault =
  | { readonly code: 'too-large' | 'not-json' | 'too-deep' | 'format-unknown' }
  | { readonly code: 'key-twice'; readonly key: string; readonly line: number }
  | { readonly code: 'malformed'; readonly part: 'file' | 'round' | 'questionnaire' | 'contents' | 'entries' }
  | { readonly code: 'malformed'; readonly part: 'content' | 'entry'; readonly number: number };

type Json = Readonly<Record<string, unknown>>;
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ReadingFault };

/** Reads a record file from its bytes, its text, or the value they parse to. */
export function readRecordFile(file: unknown): Reading<RecordFile> {
  const parsed = parse(file);
  if (!parsed.ok) return parsed;
  const fault = jsonFault(parsed.value);
  if (fault !== null) return { ok: false, fault: { code: fault } };
  return shape(parsed.value);
}

function parse(file: unknown): Reading<unknown> {
  if (typeof file !== 'string' && !(file instanceof Uint8Array)) return { ok: true, value: file };
  if (file.length > maxBytes) return { ok: false, fault: { code: 'too-large' } };
  try {
    const text = typeof file === 'string' ? file : new TextDecoder('utf-8', { fatal: true }).decode(file);
    const value: unknown = JSON.parse(text);
    const twice = repeatedKey(text);
    return twice === null ? { ok: true, value } : { ok: false, fault: { code: 'key-twice', ...twice } };
  } catch {
    return { ok: false, fault: { code: 'not-json' } };
  }
}

function shape(value: unknown): Reading<RecordFile> {
  if (!isObject(value) || value['format'] !== recordFormat) return { ok: false, fault: { code: 'format-unknown' } };
  if (!hasOnly(value, ['format', 'round', 'questionnaire', 'contents', 'entries'])) return malformed({ part: 'file' });
  const { round, questionnaire, contents, entries } = value;
  if (!isRound(round)) return malformed({ part: 'round' });
  const questions = isObject(questionnaire) ? questionsOf(questionnaire) : null;
  if (!isObject(questionnaire) || questions === null) return malformed({ part: 'questionnaire' });
  if (!Array.isArray(contents)) return malformed({ part: 'contents' });
  const badContent = contents.findIndex((it) => !isFiledContent(it));
  if (badContent >= 0) return malformed({ part: 'content', number: badContent + 1 });
  if (!Array.isArray(entries)) return malformed({ part: 'entries' });
  const badEntry = entries.findIndex((it) => !isEntry(it));
  if (badEntry >= 0) return malformed({ part: 'entry', number: badEntry + 1 });
  const filed = (entries as readonly Omit<FiledEntry, 'asFiled'>[]).map((it) => ({ ...it, asFiled: { ...it } }));
  return { ok: true, value: { round, questionnaire, questions, contents: contents as RecordFile['contents'], entries: filed } };
}

function malformed<Where extends object>(where: Where): { readonly ok: false; readonly fault: { readonly code: 'malformed' } & Where } {
  return { ok: false, fault: { code: 'malformed', ...where } };
}

function questionsOf(questionnaire: Json): RecordFile['questions'] | null {
  const sections = questionnaire['sections'];
  if (!Array.isArray(sections)) return null;
  const questions: unknown[] = [];
  for (const section of sections as unknown[]) {
    if (!isObject(section) || !Array.isArray(section['questions'])) return null;
    for (const question of section['questions'] as unknown[]) questions.push(question);
  }
  return questions.every(isQuestion) ? questions : null;
}

function isQuestion(value: unknown): value is RecordFile['questions'][number] {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['answeredBy'] === 'string';
}

function isRound(value: unknown): value is RecordFile['round'] {
  if (!isObject(value) || !hasOnly(value, ['id', 'title', 'country', 'phase'])) return false;
  const { id, title, country, phase } = value;
  return areStrings(id, title, country) && (phase === 'open' || phase === 'approved' || phase === 'sent');
}

function isFiledContent(value: unknown): boolean {
  if (!isObject(value) || !hasOnly(value, ['question', 'digest', 'content'])) return false;
  return areStrings(value['question'], value['digest']) && isObject(value['content']);
}

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { sequence, at, kind, by, scope, details, previous, hash } = value;
  if (typeof sequence !== 'number' || !areStrings(at, kind, previous, hash)) return false;
  return isSignatory(by) && Array.isArray(scope) && scope.every(isScopedAnswer) && isObject(details);
}

function isScopedAnswer(value: unknown): boolean {
  return isObject(value) && areStrings(value['question'], value['digest']);
}

function isSignatory(value: unknown): boolean {
  if (!isObject(value) || !isPerson(value)) return false;
  return [value['vouchedBy'], value['confirmedBy']].every((it) => it === undefined || it === null || isPerson(it));
}

function isPerson(value: unknown): boolean {
  if (!isObject(value) || !areStrings(value['person'], value['name'], value['title'], value['role'])) return false;
  const agency = value['agency'];
  return agency === null || (isObject(agency) && areStrings(agency['id'], agency['name']));
}

function areStrings(...values: readonly unknown[]): boolean {
  return values.every((it) => typeof it === 'string');
}

function hasOnly(value: Json, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
