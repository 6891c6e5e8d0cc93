// The answers of a round as JSON: canonical contents with the digests that clearances and approvals name.
import { contentDigest } from '@chancery/answer-doc';
import { type AnswerContent, type QuestionId, type Questionnaire, questionsOf } from '@chancery/domain';
import type { RoundHeading } from './round-heading.ts';

/** JSON with one answer for each question that holds something, in the questionnaire's order. */
export async function writeJson(
  questionnaire: Questionnaire,
  contents: ReadonlyMap<QuestionId, AnswerContent>,
  round: RoundHeading,
): Promise<string> {
  const held = questionsOf(questionnaire).flatMap(({ id }) => contents.get(id) ?? []);
  const answers = await Promise.all(
    held.map(async (content) => ({ question: content.question, digest: await contentDigest(content), content })),
  );
  const { id, version, title } = questionnaire;
  return `${JSON.stringify({ questionnaire: { id, version, title }, round: { title: round.title, country: round.country }, answers }, null, 2)}\n`;
}
