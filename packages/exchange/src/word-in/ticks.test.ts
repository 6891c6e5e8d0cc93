// Every way in which an office ticks a box in Word.
import { expect, test } from 'vitest';
import { p, run, table } from './testing/built-word.ts';
import { twelve } from './testing/read-body.ts';

const prompt = `${p('If yes, please provide link and detail.')}${p('It is being drafted.')}`;
const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const control = (isChecked: boolean) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${isChecked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(isChecked ? '☒' : '☐')}</w:sdtContent></w:sdt>`;
const legacy = (box: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:enabled/><w:checkBox><w:sizeAuto/>${box}</w:checkBox></w:ffData></w:fldChar></w:r>` +
  '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

const dropDown = (shown: string, more = '') =>
  `<w:sdt><w:sdtPr>${more}<w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/><w:listItem w:displayText="Yes" w:value="Yes"/><w:listItem w:displayText="No" w:value="No"/></w:dropDownList></w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt>`;
const formList = (result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${result}<w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData></w:fldChar></w:r>` +
  '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

test.each([
  ['typed as signs', p('☐ Yes   ☒ No')],
  ['typed as a check mark', p('☐ Yes   ✓ No')],
  ['typed behind', p('Yes ☐   No ☑')],
  ['typed in square brackets', p('[ ] Yes [x] No')],
  ['typed in square brackets, cut into runs', p(`${run('[ ] Yes [')}${run('x', '<w:b/>')}${run('] No')}`)],
  ['typed in round brackets', p('( ) Yes (X) No')],
  ['on a line each', `${p('☐ Yes')}${p('☑ No')}`],
  ['as content controls', p(`${control(false)}${run(' Yes   ')}${control(true)}${run(' No')}`)],
  ['as content controls behind', p(`${run('Yes ')}${control(false)}${run(' No ')}${control(true)}`)],
  [
    'as boxes of a form',
    p(`${legacy('<w:default w:val="0"/>')}${run(' Yes ')}${legacy('<w:default w:val="0"/><w:checked/>')}${run(' No')}`),
  ],
  [
    'as boxes of a form that were ticked beforehand',
    p(`${legacy('<w:default w:val="1"/><w:checked w:val="0"/>')}${run(' Yes ')}${legacy('<w:default w:val="1"/>')}${run(' No')}`),
  ],
  ['as signs of Wingdings', p(`${sym('Wingdings', 'F0A8')}${run(' Yes ')}${sym('Wingdings', 'F0FE')}${run(' No')}`)],
  ['as crosses of Wingdings', p(`${sym('Wingdings', 'F06F')}${run(' Yes ')}${sym('Wingdings', 'F0FD')}${run(' No')}`)],
  ['as check marks of Wingdings', p(`${sym('Wingdings', '6F')}${run(' Yes ')}${sym('Wingdings', 'FC')}${run(' No')}`)],
  ['as signs of Wingdings 2', p(`${sym('Wingdings 2', 'F0A3')}${run(' Yes ')}${sym('Wingdings 2', 'F052')}${run(' No')}`)],
  [
    'as private characters in Wingdings',
    p(`${run('\uf0a8', font('Wingdings'))}${run(' Yes ')}${run('\uf0fe', font('Wingdings'))}${run(' No')}`),
  ],
  ['as letters in Wingdings', p(`${run('o', font('Wingdings'))}${run(' Yes ')}${run('x', font('Wingdings'))}${run(' No')}`)],
  ['in cells', table(['☐', 'Yes'], ['☒', 'No'])],
  ['in cells behind', table(['Yes', '☐'], ['No', '☒'])],
  ['as an x in a cell', table(['Yes', ''], ['No', 'x'])],
  ['in four cells of one row', table(['☐', 'Yes', '☒', 'No'])],
  ['in cells of one row', table(['☐ Yes', '☒ No'])],
  [
    'as items of a list',
    `${p('☐ Yes', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}${p('☒ No', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}`,
  ],
  ['picked from a list', p(dropDown('No'))],
  ['picked from a list of a form', p(formList('<w:result w:val="1"/>'))],
])('a tick %s is read', async (_, boxes) => {
  expect(await twelve(`${boxes}${prompt}`)).toEqual({ chosen: 'no', text: 'It is being drafted.' });
});

test('a line end parts the ticks from what is written under them', async () => {
  const inside = p('<w:r><w:t>☐ Yes ☒ No</w:t><w:br/><w:t>It is being drafted.</w:t></w:r>');
  expect(await twelve(inside)).toEqual({ chosen: 'no', text: 'It is being drafted.' });
});

test.each([
  ['no box and no sign', p('Yes   No'), 'to confirm'],
  ['two boxes ticked', p('☒ Yes   ☒ No'), 'to confirm'],
  ['a list from which nothing is picked', p(dropDown('Choose an item.')), 'to confirm'],
  ['a list that shows what to do', p(dropDown('Choose an item.', '<w:showingPlcHdr/>')), 'to confirm'],
  ['a list of a form that shows its first entry', p(formList('')), 'to confirm'],
  ['boxes, none ticked', p('☐ Yes   ☐ No'), 'nothing'],
])('%s decides nothing', async (_, boxes, chosen) => {
  expect(await twelve(`${boxes}${prompt}`)).toEqual({ chosen, text: 'It is being drafted.' });
});
