// Texts of many scripts in the encodings that old programs save them in, alone and among the English of the printed form.
import { msq2022 } from '@chancery/questionnaires';
import { questionsOf } from '@chancery/domain';
import { expect, test } from 'vitest';
import { decodedText } from './text-encoding.ts';
import { readFilledForm } from './read-filled-form.ts';

const texts = {
  ru: 'Да, закон об электронной подписи принят в 2011 году и опубликован на портале государственных услуг.',
  uk: 'Так, закон про електронні довірчі послуги прийнято у 2017 році, його опубліковано на сайті Верховної Ради України.',
  el: 'Ναι, υπάρχει νόμος για την ψηφιακή υπογραφή και δημοσιεύτηκε στην κυβερνητική πύλη.',
  ar: 'نعم، يوجد قانون للتوقيع الإلكتروني ونشر على البوابة الحكومية في عام 2012.',
  he: 'כן, קיים חוק חתימה אלקטרונית משנת 2001 והוא מפורסם באתר הממשלה.',
  tr: 'Evet, dijital imza ile ilgili yasa vardır; güncel bilgi için bakanlığın sitesine başvurunuz. İstanbul, Çığ, ğüşıöç.',
  th: 'ใช่ มีกฎหมายเกี่ยวกับลายมือชื่อดิจิทัลและประกาศในปี 2544 บนเว็บไซต์ของรัฐบาล',
  ja: 'はい、電子署名に関する法律は2001年に施行されました。詳細は政府のポータルをご覧ください。',
  zh: '是的，电子签名法于二零零五年开始实施，详情请参阅政府门户网站。',
  tw: '是的，電子簽章法已於二零零一年公布施行，詳情請參閱政府入口網站。',
  ko: '예, 전자서명법은 1999년에 제정되었으며 정부 포털에서 확인할 수 있습니다.',
  fr: 'Oui, une loi sur la signature électronique a été adoptée en 2000, complétée par un décret.',
  pl: 'Tak, ustawa o podpisie elektronicznym została przyjęta; szczegóły są dostępne na stronie ministerstwa, a środki i źródła określa się w rozporządzeniu.',
};
const encoded: readonly (readonly [keyof typeof texts, string])[] = [
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'iso-8859-5'],
  ['uk', 'windows-1251'],
  ['el', 'windows-1253'],
  ['el', 'iso-8859-7'],
  ['ar', 'windows-1256'],
  ['ar', 'iso-8859-6'],
  ['he', 'windows-1255'],
  ['tr', 'windows-1254'],
  ['th', 'windows-874'],
  ['ja', 'shift_jis'],
  ['ja', 'euc-jp'],
  ['zh', 'gbk'],
  ['tw', 'big5'],
  ['ko', 'euc-kr'],
  ['fr', 'windows-1252'],
  ['pl', 'windows-1250'],
  ['pl', 'iso-8859-2'],
];

/** The bytes of a text, by looking up which bytes the decoder makes each of its letters of. */
function saved(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    return Uint8Array.from(units.flatMap((it) => (encoding === 'utf-16le' ? [it & 0xff, it >> 8] : [it >> 8, it & 0xff])));
  }
  const bytes = lettersOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const found = bytes.get(letter);
      if (found === undefined) throw new Error(`${encoding} has no ${letter}`);
      return found;
    }),
  );
}

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

function lettersOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const made = known.get(encoding);
  if (made !== undefined) return made;
  const decoder = new TextDecoder(encoding);
  const singles = Array.from({ length: 256 }, (_, byte) => [byte]);
  const pairs = singles.slice(0x81, 0xff).flatMap(([lead = 0]) => singles.slice(0x40, 0xff).map(([trail = 0]) => [lead, trail]));
  const letters = new Map<string, readonly number[]>();
  for (const bytes of [...singles, ...pairs]) {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if (!letter.includes('\ufffd') && !letters.has(letter)) letters.set(letter, bytes);
  }
  known.set(encoding, letters);
  return letters;
}

const english = questionsOf(msq2022)
  .slice(2, 12)
  .map((it) => `${it.number}. ${it.text}\n\nIf yes, please provide link and detail.\n\n`)
  .join('');

test.each(encoded)('a text in %s saved as %s is read, alone and among English', (script, encoding) => {
  const text = texts[script];
  expect(decodedText(saved(text, encoding))).toMatchObject({ text, isGuessed: true, damaged: 0 });
  expect(decodedText(saved(`${english}${text}`, encoding))).toMatchObject({ text: `${english}${text}`, isGuessed: true });
});

test.each(Object.entries(texts))('a text in %s as UTF-8 and UTF-16, with mark and without, is read for certain', (_, text) => {
  for (const [encoding, mark] of [
    ['utf-8', ''],
    ['utf-8', '\ufeff'],
    ['utf-16le', '\ufeff'],
    ['utf-16be', '\ufeff'],
    ['utf-16le', ''],
    ['utf-16be', ''],
  ] as const) {
    const source = `12. Text\r\n\r\n${text}\r\n`;
    expect(decodedText(saved(`${mark}${source}`, encoding))).toEqual({ text: source, encoding, isGuessed: false, damaged: 0 });
  }
});

test('one bad byte in UTF-8 is one replacement sign, and everything else is read', () => {
  const bytes = new TextEncoder().encode(`${texts.fr} X ${texts.ru}`);
  const at = bytes.indexOf(0x58);
  expect(decodedText(bytes.with(at, 0x92))).toEqual({
    text: `${texts.fr} \ufffd ${texts.ru}`,
    encoding: 'utf-8',
    isGuessed: false,
    damaged: 1,
  });
});

test('a replacement sign that the file itself holds is no damage', () => {
  expect(decodedText(new TextEncoder().encode('a \ufffd b'))).toMatchObject({ encoding: 'utf-8', damaged: 0 });
});

test('what a person chooses is what is read', () => {
  const bytes = saved(texts.ru, 'ibm866');
  expect(decodedText(bytes, 'ibm866')).toEqual({ text: texts.ru, encoding: 'ibm866', isGuessed: false, damaged: 0 });
  expect(decodedText(bytes, 'koi8-r').text).not.toBe(texts.ru);
});

test('letters that were lost before, as question marks or bad bytes, are noted at their answer', () => {
  const [one, two, three] = questionsOf(msq2022)
    .filter((it) => it.number !== null)
    .slice(5, 8);
  const form = (answer: string) => `6. ${one?.text}\n\n${texts.fr}\n\n7. ${two?.text}\n\n${answer}\n\n8. ${three?.text}\n\nReally?? Yes!`;
  const notes = (bytes: Uint8Array) => {
    const outcome = readFilledForm(bytes, msq2022);
    return outcome.ok
      ? outcome.form.answers
          .flatMap((it) => it.notes.map((note) => [it.content.question, note.code]))
          .filter(([, code]) => code !== 'confirm-choice')
      : outcome;
  };
  expect(notes(new TextEncoder().encode(form('??, ????? ??????? ? 2011.')))).toEqual([['7', 'lost-letters']]);
  const bad = new TextEncoder().encode(form('Bad X byte.'));
  expect(notes(bad.with(bad.lastIndexOf(0x58), 0x92))).toEqual([['7', 'damaged-letters']]);
  expect(notes(new TextEncoder().encode(form('Why? What? Where?')))).toEqual([]);
});

test.each(['\v', '\f', '\u2028', '\u0085', '\r\n', '\r'])('the line end %j is a line end', (end) => {
  const [one, two, three] = questionsOf(msq2022)
    .filter((it) => it.number !== null)
    .slice(5, 8);
  const outcome = readFilledForm(
    new TextEncoder().encode(`6. ${one?.text}\n\n7. ${two?.text}\n\nOne${end}Two\u0007\n\n8. ${three?.text}`),
    msq2022,
  );
  const answer = outcome.ok ? outcome.form.answers.find((it) => it.content.question === '7') : undefined;
  expect(JSON.stringify(answer?.content)).toContain('{"type":"text","text":"One"},{"type":"hardBreak"},{"type":"text","text":"Two"}');
});
