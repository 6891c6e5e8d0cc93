import { expect, it } from 'vitest';
import { asId, type PersonId, type RoundId } from '../id.ts';
import { checkDisabling, checkDismissal } from './account.ts';

const [aishah, bala, chen] = [asId<PersonId>('aishah'), asId<PersonId>('bala'), asId<PersonId>('chen')];
const round = asId<RoundId>('r1');
const disabling = { by: aishah, person: bala, administrators: [aishah], ledAlone: [], evenLastCoordinator: false };

it('AC1: nobody disables themselves, or stops being an administrator by their own hand', () => {
  expect(checkDisabling({ ...disabling, person: aishah })).toEqual({ ok: false, refusal: { code: 'not-oneself' } });
  expect(checkDismissal({ by: aishah, person: aishah, administrators: [aishah, bala] })).toMatchObject({
    refusal: { code: 'not-oneself' },
  });
});

it('AC2: the last administrator who can sign in stays one', () => {
  const last = { by: null, person: aishah, administrators: [aishah] };
  expect(checkDismissal(last)).toEqual({ ok: false, refusal: { code: 'last-administrator' } });
  expect(checkDisabling({ ...disabling, ...last })).toMatchObject({ refusal: { code: 'last-administrator' } });
  expect(checkDismissal({ ...last, administrators: [aishah, chen] })).toMatchObject({ ok: true });
  expect(checkDismissal({ ...last, person: bala, administrators: [aishah] })).toMatchObject({ ok: true });
  expect(checkDismissal({ ...last, person: bala, administrators: [] })).toMatchObject({ ok: true });
});

it('AC3: the last coordinator of an open round is disabled only when that was agreed to', () => {
  expect(checkDisabling({ ...disabling, ledAlone: [round] })).toEqual({
    ok: false,
    refusal: { code: 'last-coordinator-account', rounds: [round] },
  });
  expect(checkDisabling({ ...disabling, ledAlone: [round], evenLastCoordinator: true })).toMatchObject({ ok: true });
  expect(checkDisabling(disabling)).toMatchObject({ ok: true });
});
