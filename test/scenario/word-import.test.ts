// Proves that a Word file comes back from the office it was sent to: as it left, as LibreOffice saves it, written on, and filled by hand.
import { readFile } from 'node:fs/promises';
import { type AnswerContent, asId, type FieldValue, type QuestionId } from '@chancery/domain';
import { plainText } from '@chancery/answer-doc';
import { msq2022 } from '@chancery/questionnaires';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openDesk, openHouse } from '../desk/index.ts';
import { filledByHand } from '../office/filled-by-hand.ts';
import { editedIn, hasOffice, savedAs } from '../office/office.ts';

const seed = new URL('../../apps/server/demo/msq-2022-malaysia.md', import.meta.url);
const where = hasOffice ? '' : ' (skipped: no LibreOffice)';

// On one database: what is proven here never asks which.
describe.skipIf(!hasOffice)(`a Word file${where}`, () => {
  let opened: House;
  beforeAll(async () => {
    opened = await openHouse('sqlite');
  });
  afterAll(() => opened[Symbol.asyncDispose]());
  const house = () => opened;
  const filledRound = async () => {
    const desk = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const coordinator = await desk.coordinator();
    await coordinator.imports(await readFile(seed));
    return {
      coordinator,
      contents: (await coordinator.does('readContents')).contents.map((it) => it.content),
      [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
    };
  };

  it('that LibreOffice saves as Word, OpenDocument or rich text holds the same answers', async () => {
    await using filled = await filledRound();
    await using other = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const theirs = await other.coordinator();
    const word = await filled.coordinator.exports('docx');
    const saved = [
      await savedAs('docx', 'docx', word),
      await savedAs('docx', 'odt', await savedAs('odt', 'docx', word)),
      await savedAs('docx', 'rtf', await savedAs('rtf', 'docx', word)),
    ];
    for (const bytes of [word, ...saved]) {
      const preview = await theirs.previews(bytes, 'form.docx');
      expect({ unrecognised: preview.unrecognised, missing: preview.missing, leftOut: preview.leftOut }).toEqual({
        unrecognised: [],
        missing: [],
        leftOut: [],
      });
      const found = new Map(preview.answers.map((answer) => [answer.question, answer.content]));
      for (const content of filled.contents) expect(comparable(found.get(content.question))).toEqual(comparable(content));
    }
  });

  it('that somebody goes on writing in LibreOffice brings in what they wrote and ticked', async () => {
    await using filled = await filledRound();
    const edited = await editedIn(await filled.coordinator.exports('docx'), (document) => {
      const at = document.indexOf('digital identity?</text:h>');
      const [before, after] = [document.slice(0, at), document.slice(at)];
      return before + after.replace('☐', '☒').replace('>As of now, there is', '>In brief: since <text:span>today</text:span> there is');
    });
    const preview = await filled.coordinator.previews(edited, 'form.docx');
    const twelve = preview.answers.find((answer) => answer.question === '12');
    expect(twelve).toMatchObject({ fate: 'propose', content: { fields: { choice: { chosen: ['yes'] } } } });
    expect(plainText(twelve?.content as AnswerContent)).toMatch(/^In brief: since today there is no legislation/);
  });

  it('that an office typed and filled itself is read by the printed questions', async () => {
    await using desk = await openDesk({ house: house(), questionnaire: msq2022, assigned: [] });
    const coordinator = await desk.coordinator();
    const report = await coordinator.imports(await filledByHand());
    expect(report.outcomes).toEqual({ '1': 'filled', '2': 'filled', '6': 'filled', '9': 'filled' });
    const { contents } = await coordinator.does('readContents');
    const of = (question: string) => contents.find((it) => it.question === question)!.content;
    expect(plainText(of('1'))).toBe('Our portal is gov.example.org, with:\nservices\nfor people\nnews for 10⁶ readers');
    expect(JSON.stringify(of('1'))).toContain('"href":"https://gov.example.org/?a=1&b=2#top"');
    expect(JSON.stringify(of('1'))).toContain('"bulletList"');
    expect(plainText(of('2'))).toBe('https://services.example.org\nTenders only');
    expect([of('6'), of('9')].map((content) => content.fields)).toMatchObject([
      { choice: { chosen: ['no'] } },
      { choice: { chosen: ['yes'] } },
    ]);
    expect(plainText(of('9'))).toBe('The Act of 2011.');
  });
});

/** What LibreOffice leaves alone: it spells addresses its own way (`%20` as a blank, a slash behind a name). Ticks to confirm leave as empty boxes. */
function comparable(content: AnswerContent | undefined): AnswerContent {
  const fields = Object.entries<FieldValue>(content?.fields ?? {}).flatMap(([id, value]): [string, FieldValue][] => {
    if (value.kind !== 'choice') return [[id, value]];
    const chosen = value.toConfirm === true ? [] : value.chosen;
    return value.remarks === undefined ? [] : [[id, { kind: 'choice', chosen, remarks: value.remarks }]];
  });
  const spelled = JSON.stringify(Object.fromEntries(fields)).replaceAll(
    /"href":"([^"]*)"/g,
    (_, href: string) => `"href":"${new URL(href).href}"`,
  );
  return { question: content?.question ?? asId<QuestionId>(''), fields: JSON.parse(spelled) as AnswerContent['fields'] };
}
