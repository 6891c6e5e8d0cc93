import { expect, test } from 'vitest';
import { checkName, nameThatResembles } from './resembling-names.ts';

const name = 'Aminah binti Ali';

test.each([
  ['the same name', 'Aminah binti Ali'],
  ['another case', 'AMINAH BINTI ALI'],
  ['a Cyrillic letter', 'Аminah binti Ali'],
  ['Greek letters', 'Αmιnah bιntι Ali'],
  ['full width', 'Ａｍｉｎａｈ ｂｉｎｔｉ Ａｌｉ'],
  ['mathematical letters', '𝐀𝐦𝐢𝐧𝐚𝐡 𝐛𝐢𝐧𝐭𝐢 𝐀𝐥𝐢'],
  ['an accent', 'Áminah binti Alí'],
  ['a joined mark', 'Aminah binti Ali\u0301'],
  ['a zero-width space', 'Aminah\u200b binti Ali'],
  ['a soft hyphen', 'Ami\u00adnah binti Ali'],
  ['a Hangul filler', 'Aminah binti Ali\u3164'],
  ['a blank of Braille', 'Aminah\u2800 binti Ali'],
  ['other spaces', ' Aminah\u00a0\u2003binti  Ali '],
  ['a capital I for an l', 'Aminah binti AIi'],
  ['a digit for an l', 'Aminah binti A1i'],
  ['a capital I and another case', 'AMINAH binti AIi'],
  ['a dotless i', 'Amınah bıntı Alı'],
])('M14: a name resembles another by %s', (_, other) => {
  expect(nameThatResembles(other, ['Somebody else', name])).toBe(name);
});

test.each([
  ['Omar', '0mar'],
  ['Arnim', 'Amim'],
  ['Вера Сомова', 'Bepa Comoва'],
  ['ВЕРА', 'Вера'],
  ['Ιωάννης', 'ΙΩΑΝΝΗΣ'],
  ['ΑΝΝΑ', 'ANNA'],
  ['Jürgen Groß', 'JURGEN GROSS'],
  ['Anne-Marie', 'Anne\u2011Marie'],
  ["O'Neil", 'O’Neil'],
])('M14: %s resembles %s', (one, other) => {
  expect(nameThatResembles(one, [other])).toBe(other);
  expect(nameThatResembles(other, [one])).toBe(one);
});

test.each([
  ['Alia binti Omar', 'Aila binti Omar'],
  ['Ian', 'Lan'],
  ['Drafter of MOH', 'Drafter of MOF'],
  ['Officer 1', 'Officer 2'],
  ['Officer 10', 'Officer 11'],
  ['राम', 'रमा'],
  ['นภา', 'นภ'],
  ['王伟', '王炜'],
  ['محمد', 'محمود'],
  ['Иван', 'Ивана'],
])('M14: %s and %s stand apart', (one, other) => {
  expect(nameThatResembles(one, [other])).toBeNull();
});

test('M14: a word that mixes look-alike scripts is refused, whatever names there are', () => {
  for (const mixed of ['Аli', 'Ministry of Heаlth', 'Ꭺli', 'αlpha']) {
    expect([mixed, checkName(mixed, [])]).toEqual([mixed, { ok: false, refusal: { code: 'name-mixes-scripts' } }]);
  }
  for (const plain of ['Aminah', 'Вера', 'Ιωάννης', 'Вера Smith', '株式会社ABC', 'Nguyễn Văn A', 'O’Neil-Groß', 'राम', 'MOH 2']) {
    expect([plain, checkName(plain, [])]).toEqual([plain, { ok: true, value: plain }]);
  }
  expect(checkName(name, ['aminah BINTI ali'])).toEqual({ ok: false, refusal: { code: 'name-resembles', name: 'aminah BINTI ali' } });
});
