// The words of a text file's encoding: how it was read, and as what else it can be.
import type { FileEncodingName } from '@chancery/contract';
import { defineMessages, type MessageDescriptor } from 'react-intl';

export const encodingWords = defineMessages({
  guessed: {
    id: 'import.encoding.guessed',
    defaultMessage:
      'The file does not say in which encoding it is. It seems to be {encoding}. If letters below look wrong, choose another one.',
  },
  damaged: {
    id: 'import.encoding.damaged',
    defaultMessage:
      '{count, plural, one {One character of the file is} other {# characters of the file are}} damaged and stand as \ufffd. Correct them after the import. If there are many, choose another encoding.',
  },
  label: { id: 'import.encoding.label', defaultMessage: 'Read the file as' },
});

export const encodingNames = defineMessages({
  'utf-8': { id: 'import.encoding.utf-8', defaultMessage: 'Unicode (UTF-8)' },
  'utf-16le': { id: 'import.encoding.utf-16le', defaultMessage: 'Unicode (UTF-16 LE)' },
  'utf-16be': { id: 'import.encoding.utf-16be', defaultMessage: 'Unicode (UTF-16 BE)' },
  'windows-1250': { id: 'import.encoding.windows-1250', defaultMessage: 'Central European (Windows-1250)' },
  'windows-1251': { id: 'import.encoding.windows-1251', defaultMessage: 'Cyrillic (Windows-1251)' },
  'windows-1252': { id: 'import.encoding.windows-1252', defaultMessage: 'Western European (Windows-1252)' },
  'windows-1253': { id: 'import.encoding.windows-1253', defaultMessage: 'Greek (Windows-1253)' },
  'windows-1254': { id: 'import.encoding.windows-1254', defaultMessage: 'Turkish (Windows-1254)' },
  'windows-1255': { id: 'import.encoding.windows-1255', defaultMessage: 'Hebrew (Windows-1255)' },
  'windows-1256': { id: 'import.encoding.windows-1256', defaultMessage: 'Arabic (Windows-1256)' },
  'windows-1257': { id: 'import.encoding.windows-1257', defaultMessage: 'Baltic (Windows-1257)' },
  'windows-1258': { id: 'import.encoding.windows-1258', defaultMessage: 'Vietnamese (Windows-1258)' },
  'windows-874': { id: 'import.encoding.windows-874', defaultMessage: 'Thai (Windows-874)' },
  'iso-8859-2': { id: 'import.encoding.iso-8859-2', defaultMessage: 'Central European (ISO-8859-2)' },
  'iso-8859-5': { id: 'import.encoding.iso-8859-5', defaultMessage: 'Cyrillic (ISO-8859-5)' },
  'iso-8859-6': { id: 'import.encoding.iso-8859-6', defaultMessage: 'Arabic (ISO-8859-6)' },
  'iso-8859-7': { id: 'import.encoding.iso-8859-7', defaultMessage: 'Greek (ISO-8859-7)' },
  'koi8-r': { id: 'import.encoding.koi8-r', defaultMessage: 'Russian (KOI8-R)' },
  'koi8-u': { id: 'import.encoding.koi8-u', defaultMessage: 'Ukrainian (KOI8-U)' },
  ibm866: { id: 'import.encoding.ibm866', defaultMessage: 'Cyrillic (DOS, 866)' },
  macintosh: { id: 'import.encoding.macintosh', defaultMessage: 'Western European (Macintosh)' },
  shift_jis: { id: 'import.encoding.shift_jis', defaultMessage: 'Japanese (Shift JIS)' },
  'euc-jp': { id: 'import.encoding.euc-jp', defaultMessage: 'Japanese (EUC)' },
  'euc-kr': { id: 'import.encoding.euc-kr', defaultMessage: 'Korean (EUC)' },
  gb18030: { id: 'import.encoding.gb18030', defaultMessage: 'Chinese, simplified (GB18030)' },
  big5: { id: 'import.encoding.big5', defaultMessage: 'Chinese, traditional (Big5)' },
} as const satisfies Record<FileEncodingName, MessageDescriptor>);
