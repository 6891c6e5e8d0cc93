// The markers of exported Markdown: comments that no renderer shows and that say where an answer begins and ends.

const markerKinds = ['form', 'round', 'question', 'field', 'row', 'end'] as const;
type MarkerKind = (typeof markerKinds)[number];

export interface Marker {
  readonly kind: MarkerKind;
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The marker as it stands in the file. Prose cannot hold one: its `<` is always escaped. */
export function marker(kind: MarkerKind, ...words: readonly string[]): string {
  return `<!-- chancery:${[kind, ...words].join(' ')} -->`;
}

/** Every marker of a text in order. */
export function markersIn(text: string): readonly Marker[] {
  const found = text.matchAll(/<!-- chancery:([a-z]+)((?: [a-z0-9-]+)*) -->/g);
  return [...found].flatMap((it) => {
    const kind = markerKinds.find((known) => known === it[1]);
    const words = (it[2] ?? '').split(' ').filter((word) => word !== '');
    return kind === undefined || isEscaped(text, it.index) ? [] : [{ kind, words, start: it.index, end: it.index + it[0].length }];
  });
}

/** The text without markers: an export of another questionnaire, or of this one under another id, is read by its wording. */
export function withoutMarkers(text: string): string {
  return text.replace(/(?<!\\)<!-- chancery:[a-z0-9 -]+ -->/g, '');
}

/** An odd number of backslashes before it makes it somebody's text. */
function isEscaped(text: string, index: number): boolean {
  let from = index;
  while (text[from - 1] === '\\') from -= 1;
  return (index - from) % 2 === 1;
}

/** The word of a choice's marker that says: the ticks could not be read, a person must confirm them. */
export const toConfirmWord = 'to-confirm';
