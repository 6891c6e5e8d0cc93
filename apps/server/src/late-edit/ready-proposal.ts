// How a proposal enters an answer: as the edit that it is where that fits, or with its words as a new edit that the answer has room for.
import { addContent, addText } from '@chancery/answer-doc';
import type { AnswerContent } from '@chancery/domain';
import type { Proposal } from '@chancery/store';
import * as Y from 'yjs';
import { examineLateEdit } from './late-edit.ts';
import type { AuthorStanding } from './standing.ts';

export interface ReadyingProposal {
  readonly standing: AuthorStanding;
  readonly proposal: Pick<Proposal, 'id' | 'person' | 'reason' | 'update' | 'content' | 'baseEpoch'>;
}

/** `made` by its words: to be kept, so that it enters with the same bytes however often it is accepted. */
export type Readied =
  | { readonly status: 'ready' }
  | { readonly status: 'made'; readonly update: Uint8Array; readonly content: AnswerContent };

/** Throws for a proposal that holds nothing. */
export function readyProposal({ standing, proposal }: ReadyingProposal): Readied {
  const { id, person, reason, update, content: kept, baseEpoch } = proposal;
  if (update !== null && kept !== null) return { status: 'ready' };
  const examined = update === null ? null : examineLateEdit(standing, { person, reason, update, baseEpoch });
  if (examined !== null && examined.status !== 'words') return { status: 'ready' };
  const content = examined?.content ?? kept;
  if (content === null) throw new Error(`proposal ${id} holds nothing`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, standing.known);
  const before = Y.encodeStateVector(doc);
  if (reason === 'import') addContent(doc, standing.question, content.fields);
  else addText(doc, standing.question, content);
  const made = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return { status: 'made', update: made, content };
}
