import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { fileNameIn } from './fetch-file.ts';
import { fileSize } from './words.ts';

const intl = createIntl({ locale: 'en' });
const words = {
  say: (sentence: MessageDescriptor, values?: Readonly<Record<string, string | number>>) => intl.formatMessage(sentence, values),
};

describe('the size of a file', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [1024, '1 KB'],
    [49_000, '48 KB'],
    [1_023_487, '999 KB'],
    [1_023_488, '1 MB'],
    [1_468_006, '1.4 MB'],
    [52_428_800, '50 MB'],
  ])('of %i bytes is said as %s', (bytes, said) => {
    expect(fileSize(bytes, words)).toBe(said);
  });
});

describe('the name of a file', () => {
  it('is read from the header', () => {
    expect(fileNameIn('attachment; filename="msq-2022-malaysia.docx"')).toBe('msq-2022-malaysia.docx');
  });

  it.each([null, '', 'attachment', 'attachment; filename=""'])('is unknown where the header is %j', (header) => {
    expect(fileNameIn(header)).toBeNull();
  });
});
