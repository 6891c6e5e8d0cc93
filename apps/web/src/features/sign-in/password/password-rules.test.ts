import { expect, it } from 'vitest';
import { loadCommonPasswords, passwordFault } from './password-rules.ts';

const common = await loadCommonPasswords();
const fault = (password: string, again = password) => passwordFault(password, again, ['siti', 'omar'], common);

it('takes a long password that was entered twice', () => {
  expect(fault('four words put together')).toBeNull();
});

it('says how many characters are missing', () => {
  expect(fault('kettle-rain')).toEqual({ code: 'password-too-short', min: 12, length: 11 });
});

it('says that the second differs only when the first is good', () => {
  expect(fault('four words put together', 'four words put together!')).toEqual({ code: 'not-the-same' });
  expect(fault('short', 'other')).toMatchObject({ code: 'password-too-short' });
});

it('says before anything is sent what the server would refuse', () => {
  expect(fault('aaaaaaaaaaaa')).toEqual({ code: 'password-too-simple' });
  expect(fault('leavemealone')).toEqual({ code: 'password-common' });
  expect(fault('siti.omar.2024')).toEqual({ code: 'password-telling', word: 'siti' });
});
