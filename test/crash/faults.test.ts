import { asId, type FieldId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import type { CrashClient } from './client.ts';
import { faultsOf } from './faults.ts';
import { type TypedEdit, CrashTypist } from './typist.ts';

describe('the account of a text', () => {
  const typed = (word: string): TypedEdit => ({ kind: 'types', word });
  const deleted = (word: string): TypedEdit => ({ kind: 'deletes', word });
  /** Somebody of whose edits the first so many were acknowledged. */
  const typist = (acknowledged: number, ...edits: readonly TypedEdit[]): CrashTypist => {
    const typist = new CrashTypist({ acknowledged, made: edits.length } as CrashClient, 'a', { field: asId<FieldId>('answer') });
    typist.edits.push(...edits);
    return typist;
  };
  const text = (words: string) => `<paragraph>${words}</paragraph>`;

  it('misses a word that is owed, and no other', () => {
    const people = [typist(1, typed('a.0;'), typed('a.1;')), typist(0, typed('b.0;'))];
    expect(faultsOf(text('b.0;'), people, 'acknowledged')).toEqual(['lost: a.0;']);
    expect(faultsOf(text('a.0;'), people, 'made')).toEqual(['lost: a.1;', 'lost: b.0;']);
  });

  it('misses a deletion that is owed, and leaves open whether one that is not was saved', () => {
    const edits = [typed('a.0;'), deleted('a.0;')];
    expect(faultsOf(text('a.0;'), [typist(2, ...edits)], 'acknowledged')).toEqual(['lost: the deletion of a.0;']);
    expect(['a.0;', ''].flatMap((words) => faultsOf(text(words), [typist(1, ...edits)], 'acknowledged'))).toEqual([]);
  });

  it('sees what is doubled, torn, and typed by nobody', () => {
    const people = [typist(1, typed('a.0;'))];
    expect(faultsOf(text('a.0;a.0;'), people, 'made')).toEqual(['doubled: a.0; stands there 2 times']);
    expect(faultsOf(text('a.0;b.'), people, 'made')).toEqual(['torn: "b." is no word']);
    expect(faultsOf(text('a.0;c.3;'), people, 'made')).toEqual(['strange: nobody typed c.3;']);
    expect(faultsOf(text('a.0;</paragraph><paragraph>'), people, 'made')).not.toEqual([]);
  });
});
