import type { PersonSummary } from '@chancery/contract';
import { asId, type PersonId } from '@chancery/domain';
import { describe, expect, it } from 'vitest';
import { mentionAt, mentionedIn, peopleFor, withMention } from './mention.ts';

const person = (name: string): PersonSummary => ({ id: asId<PersonId>(name.toLowerCase()), name, title: '', agency: null });
const people = [person('Aminah Yusof'), person('Tan Wei Ming'), person('Yusof Karim')];

describe('a mention', () => {
  it('begins with an @ after a space and ends at the cursor', () => {
    expect(mentionAt('Please @Ami', 11)).toEqual({ at: 7, typed: 'Ami' });
    expect(mentionAt('mail@example.org', 16)).toBeNull();
    expect(mentionAt('no mention', 5)).toBeNull();
  });

  it('is looked for in every word of a name', () => {
    expect(peopleFor('yus', people, 5).map((it) => it.name)).toEqual(['Aminah Yusof', 'Yusof Karim']);
  });

  it('puts the whole name in and leaves the rest of the text', () => {
    const start = mentionAt('Ask @Tan please', 8);
    expect(start && withMention('Ask @Tan please', start, 'Tan Wei Ming')).toEqual({ text: 'Ask @Tan Wei Ming please', cursor: 18 });
  });

  it('names those whose names stand in the text when it is sent', () => {
    expect(mentionedIn('@Tan Wei Ming and Aminah Yusof', people)).toEqual(['tan wei ming']);
  });
});
