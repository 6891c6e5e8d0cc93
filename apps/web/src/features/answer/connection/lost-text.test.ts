import { describe, expect, it } from 'vitest';
import { lostText } from './lost-text.ts';

describe('words that were typed but not taken', () => {
  it('are those on the screen that the server does not have', () => {
    const onScreen = new Map([['text', 'The portal opened in 2005 and was renewed in 2021.']]);
    const onServer = new Map([['text', 'The portal opened in 2005.']]);
    expect(lostText(onScreen, onServer)).toEqual(['2005 and was renewed in 2021.']);
  });

  it('are none when the server has every word, even where others added some', () => {
    expect(lostText(new Map([['text', 'One two.']]), new Map([['text', 'One more and two.']]))).toEqual([]);
  });

  it('include a place that the server does not know', () => {
    expect(lostText(new Map([['remark', 'since 2019']]), new Map())).toEqual(['since 2019']);
  });
});
