import { asId, type Digest, type QuestionId } from '@chancery/domain';
import { expect, it } from 'vitest';
import { changedSince, rememberSeen, type SeenAnswers, seeChanges, type ShownAnswer } from './seen.ts';

function shown(id: string, letter: string): ShownAnswer {
  const question = asId<QuestionId>(id);
  return { question, digest: asId<Digest>(letter.repeat(64)), content: { question, fields: {} } };
}
const nothing: SeenAnswers = new Map();
const accepted =
  (...ids: string[]) =>
  ({ question }: ShownAnswer) =>
    ids.includes(question);

it('remembers accepted texts only: what is still being written may change unnoticed', () => {
  const seen = rememberSeen(nothing, [shown('1', 'a'), shown('2', 'b')], accepted('1'));
  expect([...seen.keys()]).toEqual(['1']);
  expect(changedSince(seen, [shown('1', 'a'), shown('2', 'c')])).toEqual([]);
});

it('keeps what was seen first, so that a text accepted again is a change', () => {
  const seen = rememberSeen(nothing, [shown('1', 'a')], accepted('1'));
  const reopened = rememberSeen(seen, [shown('1', 'b')], accepted());
  const again = rememberSeen(reopened, [shown('1', 'b')], accepted('1'));
  expect(changedSince(again, [shown('1', 'b')])).toEqual([{ before: shown('1', 'a'), now: shown('1', 'b') }]);
});

it('forgets a change when the text comes back', () => {
  const seen = rememberSeen(nothing, [shown('1', 'a')], accepted('1'));
  expect(changedSince(seen, [shown('1', 'a')])).toEqual([]);
});

it('takes a change that was read for seen', () => {
  const seen = rememberSeen(nothing, [shown('1', 'a')], accepted('1'));
  const now = [shown('1', 'b')];
  expect(changedSince(seeChanges(seen, changedSince(seen, now)), now)).toEqual([]);
});

it('answers with the same map when nothing is new, so that a screen may ask at every drawing', () => {
  const seen = rememberSeen(nothing, [shown('1', 'a')], accepted('1'));
  expect(rememberSeen(seen, [shown('1', 'b')], accepted('1'))).toBe(seen);
});
