// The head of a line: what stands before its words, such as the number of a question ("Q13.", "Question 13:", "> ### *13)*").

interface LineHead {
  /** The number that the line begins with, or null. */
  readonly number: number | null;
  /** said: a word says that a question has this number · signed: a dot, bracket or colon ends it, or it stands alone · bare: prose may begin so. */
  readonly look: 'said' | 'signed' | 'bare' | 'none';
  /** Where the head ends. */
  readonly end: number;
}

/** Signs before a number: quotes, headings, emphasis, cells, brackets, bullets. */
const lead = String.raw`^[\s>|*_#\\"“”'(\[{•·-]*(?:<[a-z][^<>]{0,80}>\s*)*`;
const word = 'question|q|item|no|nr|num|número|numéro|n[°º]|pregunta|frage|domanda|pergunta|soalan|вопрос|питання|ερώτηση|سؤال|السؤال';
const said = String.raw`(?:(?:${word})\s*[.#:]?\s*|№\s*)`;
const head = new RegExp(`${lead}(${said})?(\\d{1,3})(?![\\p{L}\\p{N}]|[.,]\\d)(\\s*[.:)\\]}*_\\\\–—-]+|(?=\\s|$))`, 'iu');
const maxHeadLength = 160;

export function lineHead(line: string): LineHead {
  const found = head.exec(line.slice(0, maxHeadLength));
  if (found === null) return { number: null, look: 'none', end: 0 };
  const [all, words, digits, sign] = found;
  const isSigned = sign !== '' || line.slice(all.length).trim() === '';
  return { number: Number(digits), look: words === undefined ? (isSigned ? 'signed' : 'bare') : 'said', end: all.length };
}

/** How deep a line is quoted, as mail programs quote: "> > text" is 2. */
export function quoteDepth(line: string): number {
  return (/^(?:[ \t]?>)+/.exec(line)?.[0].match(/>/g) ?? []).length;
}
