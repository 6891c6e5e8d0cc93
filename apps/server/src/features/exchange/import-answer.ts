// Owns the import of one answer: into the answer when it is empty, beside it as a proposal when it is not.
import { contentOf, plainText, writeContent } from '@chancery/answer-doc';
import type { ImportProgress } from '@chancery/contract';
import type { AnswerContent, Question, QuestionId, RoundId } from '@chancery/domain';
import { documentId, keepProposal, now } from '@chancery/store';
import { FrozenDocumentError, QuarantinedDocumentError } from '@chancery/sync';
import { stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import type { Author } from '../../decision/decide.ts';
import { questionOf } from '../../round/round-state.ts';
import { type Fate, fateOf, textFate, writable } from './import-fate.ts';

export type Outcome = Extract<ImportProgress, { kind: 'report' }>['outcomes'][number];

interface Importing {
  readonly round: RoundId;
  readonly by: Author;
  readonly found: AnswerContent;
}

const mostTries = 20;

/** Decides anew at the instant of writing: what the preview said may be out of date, and so may what was read a moment ago. */
export async function importAnswer(context: Context, importing: Importing): Promise<Outcome> {
  try {
    for (let tries = 1; ; tries += 1) {
      const outcome = await tryToImport(context, importing, tries === mostTries);
      if (outcome !== null) return outcome;
    }
  } catch (cause) {
    if (!(cause instanceof QuarantinedDocumentError)) throw cause;
    return refused(importing.found.question, 'unreadable'); // the other answers of the form go on
  }
}

/** Null when a decision on any answer came between; on the last try that counts as one on this answer. */
async function tryToImport(context: Context, importing: Importing, isLast: boolean): Promise<Outcome | null> {
  const { round, by, found } = importing;
  const { version } = context.rights;
  const state = await stateOf(context, round);
  const question = questionOf(state, found.question);
  const present = (await context.contents.of(round, question)).content;
  const fate = fateOf({ state, person: by.person, question, present, found });
  if (fate === 'frozen' || fate === 'not-yours' || fate === 'nothing-found') return refused(question.id, fate);
  const agency = state.memberships.get(by.person.id)?.agency ?? '';
  const written = await write(context, importing, { question, agency, version });
  if (written === null && !isLast) return null;
  if (written === 'propose') await propose(context, importing, question);
  return outcomeOf(question, written ?? 'frozen');
}

async function write(
  context: Context,
  { round, by, found }: Importing,
  { question, agency, version }: { question: Question; agency: string; version: number },
): Promise<Fate | null> {
  let fate: Fate | null = null;
  try {
    await context.rooms.edit(documentId(round, question.id), { person: by.person.id, agency }, (doc) => {
      // A decision was committed a moment ago; it may have frozen this answer.
      if (context.rights.version !== version) return;
      fate = textFate(question, contentOf(doc, question), found);
      if (fate === 'fill') writeContent(doc, question, writable(question, found).fields);
    });
  } catch (cause) {
    if (!(cause instanceof FrozenDocumentError)) throw cause;
    return 'frozen';
  }
  return fate;
}

async function propose(context: Context, { round, by, found }: Importing, question: Question): Promise<void> {
  await context.store.transaction(async (tx) => {
    const text = plainText(found);
    await keepProposal(tx, {
      round,
      question: question.id,
      person: by.person.id,
      reason: 'import',
      update: null,
      content: writable(question, found),
      text,
      at: await now(tx),
    });
  });
}

function outcomeOf({ id: question }: Question, fate: Fate): Outcome {
  if (fate === 'fill') return { question, outcome: 'filled', reason: null };
  if (fate === 'propose') return { question, outcome: 'proposed', reason: 'has-text' };
  if (fate === 'same') return { question, outcome: 'same', reason: 'says-this' };
  return refused(question, fate);
}

function refused(question: QuestionId, reason: Exclude<Fate, 'fill' | 'propose' | 'same'>): Outcome {
  return { question, outcome: 'refused', reason };
}
