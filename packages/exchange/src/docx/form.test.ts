import { asId, type ChoiceValue, type OptionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { expect, test } from 'vitest';
import { writeWord } from './index.ts';
import { filled, node, paragraph, prose } from './testing/filled.ts';
import { openWord, textOf } from './testing/opened-word.ts';

const round = { title: 'E-Government Survey 2022: Malaysia', country: 'Malaysia' };
const emSpace = '\u2003';

async function written(answers: Parameters<typeof filled>[0] = {}) {
  return openWord(await writeWord(msq2022, filled(answers), round));
}
function chosen(...options: string[]): ChoiceValue {
  return { kind: 'choice', chosen: options.map((it) => asId<OptionId>(it)) };
}
function line(text: string) {
  return { kind: 'line', text } as const;
}

test('the opening is letterhead, title, introduction, country and contact, in this order', async () => {
  const { paragraphs } = await written({
    respondent: { country: line('Malaysia'), name: line('Dr. Fazidah'), email: line('f@mampu.gov.my') },
  });
  const opening = paragraphs.slice(0, 18).map(({ style, text }) => `${style}: ${text.slice(0, 32)}`);
  expect(opening).toEqual([
    'Issuer: United Nations',
    'Issuer: Department of',
    'Issuer: Economic and',
    'IssuerEnd: Social Affairs',
    'Title: Member States Questionnaire (MSQ',
    'Introduction: The objective of this questionna',
    'Introduction: Refer here for a glossary of ter',
    'Introduction: More information about the UN E-',
    'Introduction: https://publicadministration.un.',
    'Introduction: For any questions about this que',
    'Country: COUNTRY NAME* Malaysia',
    'Heading2: Contact information',
    'Line: Your name*\tDr. Fazidah',
    `Line: Title*\t${emSpace}`,
    `Line: Organization*\t${emSpace}`,
    'Line: Email*\tf@mampu.gov.my',
    'Heading2: Please select whichever applies*',
    'Choice: ☐ I am authorized and fully know',
  ]);
});

test("the round's country stands where the country line is empty", async () => {
  expect((await written()).paragraphs.find((it) => it.style === 'Country')?.text).toBe('COUNTRY NAME* Malaysia');
});

test('the addresses of the introduction are live, without the full stop or bracket behind them', async () => {
  const { targets } = await written();
  const live = [...targets.values()];
  expect(live).toContain('https://publicadministration.un.org/egovkb');
  expect(live).toContain('mailto:purcell@un.org');
});

test('every section heading, number, star, sub-heading and note is printed in order', async () => {
  const { paragraphs } = await written();
  const headings = paragraphs.filter((it) => it.style === 'Heading1').map((it) => it.text);
  expect(headings).toEqual([...msq2022.sections.flatMap((it) => it.heading ?? []), 'THANK YOU']);
  const questions = paragraphs.filter((it) => it.style === 'Question').map((it) => it.text);
  expect(questions).toEqual(
    msq2022.sections
      .flatMap((it) => it.questions)
      .flatMap((it) => (it.number ? [`${it.number}.\t${it.text}${it.isRequired ? ' *' : ''}`] : [])),
  );
  const texts = paragraphs.map((it) => it.text);
  expect(texts.indexOf('Sectoral agencies/departments/ministries')).toBe(texts.findIndex((it) => it.startsWith('5.\t')) - 1);
  expect(texts.indexOf('Note: This is related to SDG Indicator 16.6.1')).toBe(texts.findIndex((it) => it.startsWith('15.\t')) + 1);
  expect(texts.findIndex((it) => it.startsWith('Note: Vulnerable groups'))).toBe(texts.findIndex((it) => it.startsWith('33.\t')) - 1);
  expect(texts.at(-1)).toBe(msq2022.closing.at(-1));
});

test('ticks stand on one line; a choice to confirm says so under them', async () => {
  const { paragraphs } = await written({ '6': { choice: chosen('yes') }, '9': { choice: { ...chosen(), toConfirm: true } } });
  const after = (question: string, lines = 1) => paragraphs[paragraphs.findIndex((it) => it.text.startsWith(question)) + lines]?.text;
  expect(after('6.\t')).toBe(`☒ Yes${emSpace}${emSpace}☐ No`);
  expect([after('9.\t'), after('9.\t', 2)]).toEqual([`☐ Yes${emSpace}${emSpace}☐ No`, 'To be confirmed.']);
  expect(after('6.\t', 2)).not.toBe('To be confirmed.');
});

test('an option carries its remark, "Other" its text or a line for one', async () => {
  const remarks = { [asId<OptionId>('five-year')]: 'PSDSP 2021-2025', [asId<OptionId>('other')]: 'first\nsecond' };
  const period = await written({ '20': { choice: { ...chosen('five-year', 'ten-year', 'other'), remarks } } });
  const texts = period.paragraphs.filter((it) => it.style === 'Choice').map((it) => it.text);
  expect(texts).toEqual(expect.arrayContaining(['☐ Two-year', '☒ Five-year: PSDSP 2021-2025', '☒ Ten-year', '☒ Other: first\nsecond']));
  expect(texts).toContain('☐ Other _____'); // the authority statement, unanswered
});

test('a grid is a table with the label in the first column, an empty row keeps its cell', async () => {
  const rows = { 'e-services-or-similar': node('doc', paragraph('https://a.my'), paragraph('https://b.my')) };
  const { document } = await written({ '2': { grid: { kind: 'grid', rows } } });
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(document)?.[0] ?? '';
  const cells = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([it]) => textOf(it)),
  );
  expect(cells[0]).toEqual(['E-services or similar', 'https://a.myhttps://b.my']);
  expect(cells[1]).toEqual(['E-participation or similar', emSpace]);
  expect(cells).toHaveLength(5);
});

test('the printed hint of a grid heads its table and repeats on every page', async () => {
  const { document } = await written();
  const heads = [...document.matchAll(/<w:tr><w:trPr>(?:(?!<\/w:trPr>).)*<w:tblHeader\/>.*?<\/w:tr>/gs)].map(([row]) => textOf(row));
  expect(heads).toEqual(['link/detail']);
});

test('an empty form prints every question, an em space for each answer, and never "undefined"', async () => {
  const { paragraphs, document } = await written();
  const first = paragraphs.findIndex((it) => it.text.startsWith('1.\t'));
  expect(paragraphs[first + 1]).toMatchObject({ style: 'Answer', text: emSpace });
  expect(document).not.toMatch(/undefined|null|NaN|\[object/);
});

test('a value of another kind than its field is not printed as something else', async () => {
  const { paragraphs } = await written({ '1': { text: line('a line') }, '6': { choice: prose(paragraph('Yes')) } });
  expect(paragraphs.map((it) => it.text)).not.toContain('a line');
  expect(paragraphs.filter((it) => it.text.startsWith('☒'))).toEqual([]);
});

test("no question, no prompt and no tick stands alone at a page's foot", async () => {
  const word = await written({ '9': { choice: { ...chosen(), toConfirm: true } } });
  const styles = word.part('word/styles.xml');
  for (const style of ['Heading1', 'Heading2', 'Question', 'Note', 'Prompt'])
    expect(new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 's').exec(styles)?.[0]).toContain('<w:keepNext/>');
  const lines = word.paragraphs;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.style !== 'Choice' || next === undefined) continue;
    const isFollowed = next.style === 'Choice' || next.style === 'Prompt' || next.text === 'To be confirmed.';
    if (isFollowed && (lines[index - 1]?.style !== 'Choice' || next.style !== 'Choice'))
      expect(line.xml, line.text).toContain('<w:keepNext/>');
  }
});

test('right-to-left text runs so, paragraph and words, by its first strong letter', async () => {
  const arabic = 'وزارة الاتصالات e-services';
  const { paragraphs } = await written({ '1': { text: prose(paragraph(arabic), paragraph(`In English: ${arabic}`)) } });
  const [turned, plain] = ['وزارة', 'In English'].map((start) => paragraphs.find((it) => it.text.startsWith(start))?.xml ?? '');
  expect(turned).toContain('<w:bidi/>');
  expect(turned).toContain('<w:rtl/>');
  expect(plain).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
});
