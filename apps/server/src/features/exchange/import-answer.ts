// The import of one answer: into the answer when it is empty, beside it as a proposal when it is not.
import { contentOf, plainText, writeContent } from '@chancery/answer-doc';
import type { ImportProgress } from '@chancery/contract';
import { type AnswerContent, hasRoomForProposal, type Question, type QuestionId, type RoundId, sizeOfProposal } from '@chancery/domain';
import { keepProposal, lockRound, now, openProposalsOf } from '@chancery/store';
import { QuarantinedDocumentError } from '@chancery/sync';
import type { Doc } from 'yjs';
import { stateOf } from '../../round/access.ts';
import type { Context } from '../../context.ts';
import type { ActingPerson } from '../../decision/decide.ts';
import { editInRoom, type ServerEdit } from '../../decision/edit-answer.ts';
import { questionOf, type RoundState } from '../../round/round-state.ts';
import { type Fate, fateOf, textFate, writable } from './import-fate.ts';

export type ImportOutcome = Extract<ImportProgress, { kind: 'report' }>['outcomes'][number];

interface Importing {
  readonly round: RoundId;
  readonly by: ActingPerson;
  readonly found: AnswerContent;
}

/** Decisions on other answers of the round count as well, and a form has dozens of answers. */
const maxTries = 20;

/**
 * Decides again at the instant of writing: what the preview said may be out of date, and so may what was read a moment ago. An answer that
 * cannot be read back is refused, and the other answers of the form go on.
 */
export async function importAnswer(context: Context, importing: Importing): Promise<ImportOutcome> {
  const { round, by, found } = importing;
  const question = questionOf(await stateOf(context, round), found.question);
  try {
    const fate = await fill(context, importing, question);
    const isProposed = fate === 'propose' && (await propose(context, { round, by, found }, question));
    return fate === 'propose' && !isProposed ? refused(question.id, 'no-room') : outcomeOf(question, fate);
  } catch (cause) {
    if (!(cause instanceof QuarantinedDocumentError)) throw cause;
    return refused(question.id, 'unreadable');
  }
}

/** Fills the answer in where it is empty; what has become of it. */
async function fill(context: Context, { round, by, found }: Importing, question: Question): Promise<Fate | 'no-room'> {
  let fate: Fate = 'frozen';
  const prepare = async (state: RoundState): Promise<ServerEdit | null> => {
    const present = (await context.contents.of(round, question)).content;
    fate = fateOf({ state, person: by.person, question, present, found });
    if (fate === 'frozen' || fate === 'not-yours' || fate === 'nothing-found') return null;
    const change = (doc: Doc) => {
      fate = textFate(question, contentOf(doc, question), found);
      if (fate === 'fill') writeContent(doc, question, writable(question, found).fields);
    };
    return { author: { person: by.person.id, agency: state.memberships.get(by.person.id)?.agency ?? '' }, change };
  };
  const outcome = await editInRoom<null>(context, { round, question: question.id }, prepare, maxTries);
  if (outcome === 'full') return 'no-room';
  return outcome === 'frozen' || outcome === 'in-decision' ? 'frozen' : fate;
}

/** False when there is no room for it beside the answer (E2, E5, E6). */
function propose(context: Context, { round, by, found }: Importing, question: Question): Promise<boolean> {
  return context.store.transaction(async (tx) => {
    const text = plainText(found);
    await lockRound(tx, round);
    const open = await openProposalsOf(tx, { round, question: question.id });
    const mine = open.filter(({ person }) => person === by.person.id).map(sizeOfProposal);
    if (!hasRoomForProposal(sizeOfProposal({ update: null, text }), { mine, all: open.map(sizeOfProposal) })) return false;
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
    return true;
  });
}

function outcomeOf({ id: question }: Question, fate: Fate | 'no-room'): ImportOutcome {
  if (fate === 'fill') return { question, outcome: 'filled', reason: null };
  if (fate === 'propose') return { question, outcome: 'proposed', reason: 'has-text' };
  if (fate === 'same') return { question, outcome: 'same', reason: 'says-this' };
  return refused(question, fate);
}

function refused(question: QuestionId, reason: Exclude<Fate, 'fill' | 'propose' | 'same'> | 'no-room'): ImportOutcome {
  return { question, outcome: 'refused', reason };
}
