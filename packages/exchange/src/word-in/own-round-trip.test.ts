// What the form's own Word export contains comes back with the same digests.
import { readFileSync } from 'node:fs';
import { contentDigest } from '@chancery/answer-doc';
import { type AnswerContent, asId, type FieldId, type QuestionId, questionsOf } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilledFile, writeWord } from '../index.ts';
import { readFilledForm } from '../read-filled-form.ts';
import { arbitraryForm } from '../testing/arbitrary-form.ts';

const round = { title: 'Malaysia, MSQ 2022', country: 'Malaysia' };
const forms = Number(process.env['FORMS'] ?? 10);

async function comesBack(contents: ReadonlyMap<QuestionId, AnswerContent>): Promise<void> {
  const outcome = await readFilledFile(await writeWord(msq2022, contents, round), msq2022);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { answers, unrecognised, missing } = outcome.form;
  expect({ unrecognised, missing, leftOut: outcome.leftOut }).toEqual({ unrecognised: [], missing: [], leftOut: [] });
  expect(answers.map((it) => it.content.question)).toEqual(questionsOf(msq2022).map((it) => it.id));
  for (const { content } of answers) {
    const written = contents.get(content.question) ?? { question: content.question, fields: {} };
    const expected = content.question === 'respondent' ? withCountry(written) : written;
    expect(content).toEqual(expected);
    expect(await contentDigest(content)).toBe(await contentDigest(expected));
  }
}

/** The export prints the round's country where the line is empty. */
function withCountry(content: AnswerContent): AnswerContent {
  const country = { [asId<FieldId>('country')]: { kind: 'line', text: round.country } } as const;
  return { ...content, fields: { ...country, ...content.fields } };
}

test('the answers of the demo come back, in less than three seconds', { timeout: 60_000 }, async () => {
  const seed = readFilledForm(
    new Uint8Array(readFileSync(new URL('../../../../apps/server/demo/msq-2022-malaysia.md', import.meta.url))),
    msq2022,
  );
  if (!seed.ok) throw new Error(seed.problem.code);
  const contents = new Map(seed.form.answers.map((it) => [it.content.question, it.content]));
  await comesBack(contents);
  const bytes = await writeWord(msq2022, contents, round);
  const begin = performance.now();
  await readFilledFile(bytes, msq2022);
  if (process.env['QUIET_MACHINE'] === '1') expect(performance.now() - begin).toBeLessThan(3_000);
});

test('any answers come back', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryForm(msq2022), async (contents) => {
      await comesBack(contents);
    }),
    { numRuns: forms },
  );
});
