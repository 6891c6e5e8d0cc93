// The options of a choice as our own export prints them, with the ticks that people make in them: ☒, ✓, an x before the label.
import type { ChoiceField, ChoicesField, ChoiceValue, Option, OptionId } from '@chancery/domain';

export interface OwnChoice {
  /** Absent when the boxes are there and none is ticked. */
  readonly value: ChoiceValue | undefined;
  readonly isTickedTwice: boolean;
}

interface Found {
  readonly option: Option;
  /** null: no box stands before it. */
  readonly isTicked: boolean | null;
  readonly remark: string;
}

const tickedMark = /[☒☑✓✔✅✗✘]|\[[xX✓✔]\]|\([xX✓✔]\)|^\s*[xX]\s*$/u;
const emptyMark = /[☐□▢]|\[ ?\]|\( ?\)/u;
const blankRemark = /^[\s:_–-]*$/;

/** Reads the paragraphs under a choice; null where no option is in them. */
export function readOwnOptions(field: ChoiceField | ChoicesField, texts: readonly string[]): OwnChoice | null {
  const found = texts.flatMap((text) => optionsIn(text, field.options));
  if (found.length === 0) return null;
  const remarks: Readonly<Record<OptionId, string>> = Object.fromEntries(
    found.filter((it) => it.remark !== '').map((it) => [it.option.id, it.remark]),
  );
  const remarked = Object.keys(remarks).length > 0 ? { remarks } : {};
  const chosen = field.options.map((it) => it.id).filter((id) => found.some((it) => it.option.id === id && it.isTicked === true));
  const isTickedTwice = field.kind === 'choice' && chosen.length > 1;
  const isUnread = isTickedTwice || (chosen.length === 0 && found.some((it) => it.isTicked === null));
  if (isUnread) return { value: { kind: 'choice', chosen: [], ...remarked, toConfirm: true }, isTickedTwice };
  if (chosen.length === 0 && found.every((it) => it.remark === '')) return { value: undefined, isTickedTwice };
  return { value: { kind: 'choice', chosen, ...remarked }, isTickedTwice };
}

/** The options of one paragraph: the first whole label behind each box. What stands behind the last one is its remark. */
function optionsIn(text: string, options: readonly Option[]): readonly Found[] {
  const found: { readonly option: Option; readonly mark: string; readonly from: number; readonly to: number }[] = [];
  for (let from = 0; ; ) {
    const next = nextLabel(
      text,
      from,
      options.filter((option) => found.every((it) => it.option !== option)),
    );
    if (next === null) break;
    found.push({ ...next, mark: text.slice(from, next.from) });
    from = next.to;
    // A text beside an option may hold the label of another one.
    if (next.option.text !== 'none') break;
  }
  return found.map(({ option, mark, to }, index) => ({
    option,
    isTicked: tickedMark.test(mark) ? true : emptyMark.test(mark) ? false : null,
    remark: index < found.length - 1 ? '' : remarkIn(text.slice(to), option),
  }));
}

function nextLabel(
  text: string,
  from: number,
  options: readonly Option[],
): { readonly option: Option; readonly from: number; readonly to: number } | null {
  // Only marks may stand before a label: words before it are somebody's.
  const start = from + (/^(?:[\s☒☑✓✔✅✗✘☐□▢[\]()]|[xX](?=[\s\])]))*/u.exec(text.slice(from))?.[0].length ?? 0);
  const option = options
    .toSorted((a, b) => b.label.length - a.label.length)
    .find((it) => text.startsWith(it.label, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + it.label.length)));
  return option === undefined ? null : { option, from: start, to: start + option.label.length };
}

function remarkIn(rest: string, option: Option): string {
  if (option.text === 'none' || (blankRemark.test(rest) && !rest.startsWith(': '))) return '';
  if (rest.startsWith(': ')) return rest.slice(2);
  return rest.replace(/^[\s:_–-]+/, '').replace(/[\s_]+$/, '');
}
