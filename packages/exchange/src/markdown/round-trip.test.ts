import { contentDigest } from '@chancery/answer-doc';
import { questionsOf } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../index.ts';
import { readFilledForm } from '../read-filled-form.ts';
import { arbitraryForm } from '../testing/arbitrary-form.ts';

const round = { title: 'Malaysia, MSQ 2022', country: 'Malaysia' };

const forms = Number(process.env['FORMS'] ?? 10);

test('any contents of the form come back from the exported Markdown with the same digests', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryForm(msq2022), async (contents) => {
      const read = readFilledForm(new TextEncoder().encode(writeMarkdown(msq2022, contents, round)), msq2022);
      if (!read.ok) throw new Error(read.problem.code);
      const { answers, unrecognised, missing } = read.form;
      expect({ unrecognised, missing }).toEqual({ unrecognised: [], missing: [] });
      expect(answers.map((it) => it.content.question)).toEqual(questionsOf(msq2022).map((it) => it.id));
      for (const { content } of answers) {
        const written = contents.get(content.question) ?? { question: content.question, fields: {} };
        expect(content).toEqual(written);
        expect(await contentDigest(content)).toBe(await contentDigest(written));
      }
    }),
    { numRuns: forms },
  );
});
