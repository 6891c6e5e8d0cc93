// What a form prints, for telling the table that lays it out from one that somebody made, and an option from prose.
import { type ChoiceField, type ChoicesField, type Questionnaire, questionsOf } from '@chancery/domain';
import { endOfWording, isSameWording } from '../../wording/wording.ts';
import { wordsOf } from '../../wording/words.ts';

const mark = /[☒☑✓✔✅☐□▢✗✘]|\[[xX✓✔ ]?\]|\([xX✓✔ ]\)/gu;

/** No label of a form is longer. */
const maxLabel = 1_000;

export class FormWording {
  readonly #questions: readonly { readonly number: string | null; readonly words: readonly string[] }[];
  readonly #numbers: ReadonlySet<string>;
  readonly #labels: readonly string[];
  readonly #rows: readonly string[];
  readonly #options: readonly string[];

  constructor(questionnaire: Questionnaire) {
    const questions = questionsOf(questionnaire);
    const fields = questions.flatMap((it) => it.fields);
    this.#questions = questions.map((it) => ({ number: it.number === null ? null : String(it.number), words: wordsOf(it.text) }));
    this.#numbers = new Set(questions.flatMap((it) => (it.number === null ? [] : [String(it.number)])));
    this.#labels = fields.flatMap((it) => it.label ?? []);
    this.#rows = fields.flatMap((it) => (it.kind === 'grid' ? it.rows.map((row) => row.label) : []));
    const choices = fields.filter((it): it is ChoiceField | ChoicesField => it.kind === 'choice' || it.kind === 'choices');
    this.#options = [...new Set(choices.flatMap((it) => it.options.map((option) => option.label)))];
  }

  /** True where the text begins with the wording of a question; with its number or without, or with its own number alone. */
  isQuestion(text: string, isNumbered = false): boolean {
    const [first, ...rest] = wordsOf(text.slice(0, 2_000));
    if (first === undefined) return false;
    const words = this.#numbers.has(first) ? rest : [first, ...rest];
    return this.#questions.some(
      (it) => it.words.length > 0 && it.words.every((word, index) => words[index] === word) && (!isNumbered || it.number === first),
    );
  }

  /** True for the wording of a question, with its number or without, and nothing else. */
  isWholeQuestion(text: string): boolean {
    const [first, ...rest] = wordsOf(text.slice(0, 4_000));
    const words = [first, ...rest].join(' ');
    const bare = this.#numbers.has(first ?? '') ? rest.join(' ') : words;
    return words !== '' && this.#questions.some((it) => it.words.join(' ') === bare || it.words.join(' ') === words);
  }

  /** True for a number alone that a question has. */
  isNumber(text: string): boolean {
    return this.#numbers.has(text.trim().replace(/[.):]$/, ''));
  }

  /** True for the label of a field or the head of a grid's row. */
  isLabel(text: string): boolean {
    return text.length <= maxLabel && [...this.#labels, ...this.#rows].some((it) => isSameWording(it, text));
  }

  /** True for a line of options with a mark before or behind each. */
  isOptions(text: string): boolean {
    if (text.search(mark) === -1) return false;
    const bare = text.slice(0, maxLabel).replaceAll(mark, ' ');
    return this.#options.some((it) => endOfWording(bare, wordsOf(it)) !== null);
  }

  /** True for the label of an option, alone. */
  isOption(text: string): boolean {
    return text.length <= maxLabel && this.#options.some((it) => isSameWording(it, text));
  }
}

/** Every mark of a line of options as ☒ or ☐. */
export function withBoxes(text: string): string {
  return text.replaceAll(mark, (it) => (/^(?:[☐□▢]|\[ ?\]|\( \))$/u.test(it) ? '☐' : '☒'));
}
