// Questionnaires. A version that rounds were opened with never changes.
import type { Questionnaire } from '@chancery/domain';
import { type Database, query, type Transaction } from '../database/store.ts';

export type QuestionnaireName = Pick<Questionnaire, 'id' | 'version' | 'title'>;

/** Keeps a version; one that is there already stays as it is. */
export async function saveQuestionnaire(tx: Transaction, questionnaire: Questionnaire): Promise<void> {
  const { id, version } = questionnaire;
  await tx[query]
    .insertInto('questionnaire')
    .values({ id, version, definition: JSON.stringify(questionnaire) })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute();
}

/** One version, whole; null when it was never kept. */
export async function findQuestionnaire(db: Database, id: string, version: number): Promise<Questionnaire | null> {
  const row = await db[query]
    .selectFrom('questionnaire')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : parse(row.definition);
}

/** Every version, by id, the latest first. */
export async function listQuestionnaires(db: Database): Promise<readonly QuestionnaireName[]> {
  const rows = await db[query].selectFrom('questionnaire').selectAll().orderBy('id').orderBy('version', 'desc').execute();
  return rows.map(({ id, version, definition }) => ({ id, version, title: parse(definition).title }));
}

function parse(definition: string): Questionnaire {
  return JSON.parse(definition) as Questionnaire;
}
