// A late edit: what an edit that could not enter would do to an answer, worked out on a copy, so that nothing of it has touched the answer.
import { changesBetween, contentOf, contentOfText, fragmentName, isOfSchema, isProsePlace, placesOf, textsOf } from '@chancery/answer-doc';
import type { AnswerContent, PersonId, ProposalReason, Question } from '@chancery/domain';
import { canonicalJson } from '@chancery/record';
import * as Y from 'yjs';
import type { AuthorStanding } from './standing.ts';

/** A Yjs update of a person, and why it is not in the answer. */
export interface IncomingEdit {
  readonly person: PersonId | null;
  readonly reason: ProposalReason;
  readonly update: Uint8Array;
  /** Epoch of the history it builds on; null for that of now. */
  readonly baseEpoch: number | null;
}

/** What it would change, in words. */
export interface Brought {
  readonly added: string;
  readonly removed: string;
}

export type LateEdit =
  /** The answer has all of it. */
  | { readonly status: 'nothing' }
  /** The answer has what it builds on: it may be applied as it is. */
  | { readonly status: 'fits'; readonly brought: Brought }
  /** Only its words can be taken, as content. */
  | { readonly status: 'words'; readonly content: AnswerContent; readonly brought: Brought };

/** How the edit relates to the answer. The bytes must have been checked by the engine. */
export function examineLateEdit(standing: AuthorStanding, edit: IncomingEdit): LateEdit {
  const { question, known } = standing;
  if (edit.reason === 'older-epoch') return examineOldDocument(standing, edit.update);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, known);
  const before = contentOf(copy, question);
  const wasOfSchema = isOfSchema(copy, question);
  const isOfThisHistory = edit.baseEpoch === null || edit.baseEpoch === standing.epoch;
  const isApplied = isOfThisHistory && apply(copy, edit.update);
  const after = contentOf(copy, question);
  const fits = (isOfSchema(copy, question) || !wasOfSchema) && isOwn(standing, edit);
  copy.destroy();
  if (!isApplied) return asWords(question, new Map([[firstPlace(question), looseWords(edit.update)]]));
  const brought = broughtBy(question, before, after);
  if (fits) return canonicalJson(before) === canonicalJson(after) ? { status: 'nothing' } : { status: 'fits', brought };
  return asWords(question, addedWords(question, before, after));
}

/** The words of a document of another history that the answer does not hold. */
function examineOldDocument({ question, known }: AuthorStanding, whole: Uint8Array): LateEdit {
  const [current, old] = [known, whole].map((update) => {
    const doc = new Y.Doc();
    apply(doc, update);
    return contentOf(doc, question);
  });
  if (current === undefined || old === undefined) return { status: 'nothing' };
  return asWords(question, addedWords(question, current, old));
}

/** True when both can be one update: they are of the same browser tab. */
export function areOfOneClient(left: Uint8Array, right: Uint8Array): boolean {
  const clients = clientsOf(left);
  return [...clientsOf(right)].some((client) => clients.has(client));
}

/** False when Yjs cannot take all of it; the document must not be used then but to be read. */
function apply(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

/** Content under somebody else's client id would stand in the way of what that person types. */
function isOwn({ known, owners }: AuthorStanding, { person, reason, update }: IncomingEdit): boolean {
  if (reason === 'foreign') return false;
  const state = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(known));
  return Y.decodeUpdate(update).structs.every(({ id, length }) => {
    const isNew = id.clock + length > (state.get(id.client) ?? 0);
    const owner = owners.get(id.client);
    return !isNew || owner === undefined || owner === person;
  });
}

function clientsOf(update: Uint8Array): ReadonlySet<number> {
  return new Set(Y.decodeUpdate(update).structs.map((struct) => struct.id.client));
}

function broughtBy(question: Question, before: AnswerContent, after: AnswerContent): Brought {
  const changes = changesBetween(question, before, after);
  return { added: changes.flatMap((it) => it.added).join('\n'), removed: changes.flatMap((it) => it.removed).join('\n') };
}

function addedWords(question: Question, before: AnswerContent, after: AnswerContent): ReadonlyMap<string, string> {
  return new Map(changesBetween(question, before, after).map(({ place, added }) => [place, added.join('\n')]));
}

function asWords(question: Question, words: ReadonlyMap<string, string>): LateEdit {
  const content = contentOfText(question, words);
  const added = [...textsOf(question, content).values()].filter(Boolean).join('\n');
  return added === '' ? { status: 'nothing' } : { status: 'words', content, brought: { added, removed: '' } };
}

/** What was typed, in the order of typing, where it is not known in which place. */
function looseWords(update: Uint8Array): string {
  const texts = Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  );
  return texts.join('').trim();
}

function firstPlace(question: Question): string {
  const places = placesOf(question);
  const prose = places.find((place) => isProsePlace(question, place)) ?? places[0];
  return prose === undefined ? '' : fragmentName(prose);
}
