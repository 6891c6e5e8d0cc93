// Bringing the demo round to where only the respondent is missing: by the same API and documents as people's browsers use.
import type { AnswerRow, RoundView } from '@chancery/contract';
import { asId, type Field, type FieldId, findQuestion, type Questionnaire } from '@chancery/domain';
import { OpenAnswer } from '../desk/people/open-answer.ts';
import { call, type Visitor } from '../desk/request.ts';
import { DeskTab } from '../desk/people/tab.ts';
import type { Site } from './site.ts';

const round = 'malaysia-msq-2022';

/** Assigns, completes, clears and accepts whatever is not accepted yet; leaves unanswered what is empty and may be. */
export async function acceptTheRest(site: Site): Promise<void> {
  const coordinator = await site.visitor('coordinator.mampu');
  const view = await call(coordinator, 'readRound', { round });
  const questionnaire = await call(coordinator, 'readQuestionnaire', {
    questionnaire: view.questionnaire.id,
    version: view.questionnaire.version,
  });
  const rows = view.answers.filter(
    (row) => findQuestion(questionnaire, row.question)?.answeredBy === 'agencies' && row.acceptance === null,
  );
  const unassigned = rows.filter((row) => row.assignment === null).map((row) => row.question);
  if (unassigned.length > 0) {
    await call(
      coordinator,
      'assignQuestions',
      { round },
      { questions: unassigned, leadingAgency: view.leadAgency, contributors: [], dueDay: null },
    );
  }
  for (const row of rows)
    await finish(row, { coordinator, questionnaire, clearingOfficer: (agency) => site.visitor(`clearing.${keyOf(view, agency)}`) });
}

interface Finishing {
  readonly coordinator: Visitor;
  readonly questionnaire: Questionnaire;
  readonly clearingOfficer: (agency: string) => Promise<Visitor>;
}

async function finish({ question }: AnswerRow, { coordinator, questionnaire, clearingOfficer }: Finishing): Promise<void> {
  const place = { round, question };
  const { threads, isEmpty, definition } = await call(coordinator, 'readAnswer', place);
  for (const thread of threads.filter((it) => it.kind === 'query' && it.resolved === null)) {
    await call(coordinator, 'resolveThread', { round, thread: thread.id }, {});
  }
  if (isEmpty && !definition.isRequired) return void (await call(coordinator, 'markNoAnswer', place, {}));
  await complete(coordinator, question, questionnaire);
  const { digest, missing } = await call(coordinator, 'readAnswer', place);
  for (const agency of missing) await call(await clearingOfficer(agency), 'clearAnswer', place, { digest });
  await call(coordinator, 'acceptAnswer', place, { digest });
}

/** Confirms ticks that the import could not read, and fills what must be filled. */
async function complete(visitor: Visitor, id: string, questionnaire: Questionnaire): Promise<void> {
  const question = findQuestion(questionnaire, asId(id));
  if (question === undefined) throw new Error(`there is no question ${id}`);
  const left = async () => {
    const { toConfirm, empty } = await call(visitor, 'readAnswer', { round, question: id });
    return question.fields.filter((field) => toConfirm.includes(field.id) || empty.includes(field.id));
  };
  // A tick may make another field expected: asked again until nothing is left.
  for (let fields = await left(); fields.length > 0; fields = await left()) {
    using answer = await new OpenAnswer({ tab: new DeskTab({ ...visitor, way: 'link' }), round, question }).isOpen();
    for (const field of fields) fillIn(answer, field);
    await answer.saved();
  }
}

function fillIn(answer: OpenAnswer, field: Field): void {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return answer.ticks(field.options[0]!.id);
    case 'grid':
      return answer.types('In preparation.', { field: field.id, row: field.rows[0]!.id });
    case 'line':
    case 'text':
      return answer.types('In preparation.', { field: asId<FieldId>(field.id) });
  }
}

function keyOf({ agencies }: RoundView, agency: string): string {
  return agencies.find((it) => it.id === agency)!.shortName.toLowerCase();
}
