import { describe, expect, it } from 'vitest';
import { checkNewPassword, commonPasswordsOf, fingerprintOf, normalizePassword, passwordLength, tellingWords } from './password.ts';
import list from './common-passwords.json' with { type: 'json' };

const common = commonPasswordsOf(list);
const telling = tellingWords({ name: 'Siti Nurhaliza binti Omar', email: 'siti.omar@health.gov.my', countries: ['Malaysia'] });
const check = (password: string) => checkNewPassword(password, telling, common);
const codeOf = (password: string) => {
  const outcome = check(password);
  return outcome.ok ? 'good' : outcome.refusal.code;
};

describe('a password', () => {
  it('PW1: has from 12 to 200 characters, counted as people count them', () => {
    expect(check('kettle-7rain')).toEqual({ ok: true, value: 'kettle-7rain' });
    expect(check('kettle-rain')).toEqual({ ok: false, refusal: { code: 'password-too-short', min: 12, length: 11 } });
    expect(codeOf('🫖'.repeat(11))).toBe('password-too-short');
    expect(codeOf('kettle and rain '.repeat(12) + 'endings.')).toBe('good');
    expect(codeOf('kettle and rain '.repeat(12) + 'endings..')).toBe('password-too-long');
    expect(passwordLength).toEqual({ min: 12, max: 200 });
  });

  it.each([
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    '123456789012',
    'qwertyuiopas',
    'asdfghjklzxc',
    '9876543210987',
    'qwerty123456',
    'kettle9kettle9',
    'KettleKettleKettle',
    '部门部门部门部门部门部门',
    'aaaaaaaaaaaabbbb',
    '            ',
  ])('PW2: is not as simple as "%s"', (password) => {
    expect(codeOf(password)).toBe('password-too-simple');
  });

  it.each([
    '1qaz2wsx3edc',
    'leavemealone',
    'LEAVEMEALONE',
    'unbelievable',
    'Password2024!',
    'P@ssw0rd2024!',
    '2024-Dragon-!',
    '!!monkey!!123',
    'm0nk3y-123456',
  ])('PW3: is none that many people have, also with digits and signs: "%s"', (password) => {
    expect(codeOf(password)).toBe('password-common');
  });

  it.each([
    ['Nurhaliza-2024', 'nurhaliza'],
    ['siti.omar.2024', 'siti'],
    ['Chancery2024!!', 'chancery'],
    ['ChanceryPassword', 'chancery'],
    ['Malaysia-123456', 'malaysia'],
    ['health.gov.my.1', 'health'],
  ])('PW4: is not made of what everybody knows of its owner: "%s"', (password, word) => {
    expect(check(password)).toEqual({ ok: false, refusal: { code: 'password-telling', word } });
  });

  it.each([
    'Malaysia has green kettles',
    'four words put together',
    'dragon orange summer',
    '839201748263',
    'x7$Kq!pLm2#v',
    'café крыша ทดสอบ',
  ])('PW5: needs no signs of any kind, and may hold a known word among others: "%s"', (password) => {
    expect(codeOf(password)).toBe('good');
  });

  it('PW6: is the same on every keyboard', () => {
    const [composed, decomposed, wide] = ['caf\u00e9 kettle 77', 'cafe\u0301 kettle 77', 'ｃａｆé kettle 77'];
    expect(check(decomposed)).toEqual(check(composed));
    expect([decomposed, wide].map(normalizePassword)).toEqual([composed, composed]);
  });

  it('PW3: the list holds more than ten thousand that are long enough to be chosen', () => {
    expect(common.whole.size).toBeGreaterThan(10_000);
    expect(common.stems.size).toBeGreaterThan(3_000);
  });

  it('PW3: the list takes hardly any other password for one of its own', () => {
    const others = Array.from({ length: 100_000 }, (_, it) => fingerprintOf(`kettle ${it} rain`));
    expect(new Set(others).size).toBe(others.length);
    expect(others.filter((it) => common.whole.has(it) || common.stems.has(it))).toEqual([]);
  });

  it('PW3: the worst that may be sent is looked at in a moment', () => {
    const worst = 'ab'.repeat(500).normalize();
    const names = tellingWords({
      name: 'word '.repeat(40),
      email: 'a@b.cc',
      countries: Array.from({ length: 50 }, (_, it) => `country${it}`),
    });
    const began = performance.now();
    for (let count = 0; count < 100; count += 1) checkNewPassword(worst.slice(0, 200), names, common);
    expect((performance.now() - began) / 100).toBeLessThan(10);
  });
});
