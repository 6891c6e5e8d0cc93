import { endpoints } from '@chancery/contract';
import { expect, it } from 'vitest';
import { passwordFault, passwordLength } from './password-rules.ts';

const { password } = endpoints.useInvitation.body.shape;
const sound = 'four words put together';

it('takes a long password that was entered twice', () => {
  expect(passwordFault(sound, sound)).toBeNull();
});

it('says how many characters are missing', () => {
  expect(passwordFault('elevenchars', 'elevenchars')).toEqual({ code: 'too-short', missing: 1 });
  expect(passwordFault('', '')).toEqual({ code: 'too-short', missing: 12 });
});

it('says that the second differs only when the first is long enough', () => {
  expect(passwordFault(sound, `${sound}!`)).toEqual({ code: 'not-the-same' });
  expect(passwordFault('short', 'other')).toMatchObject({ code: 'too-short' });
});

it('draws the same lines as the server', () => {
  for (const length of [passwordLength.min - 1, passwordLength.min, passwordLength.max, passwordLength.max + 1]) {
    const entered = 'x'.repeat(length);
    expect(passwordFault(entered, entered) === null).toBe(password.safeParse(entered).success);
  }
});
