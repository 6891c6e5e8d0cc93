// The question whether texts hold words, however the two were cut into pieces.

/** True when every word of `words` is somewhere in `texts`. */
export function holdsWords(texts: readonly string[], words: readonly string[]): boolean {
  const held = new Set(texts.flatMap(wordsOf));
  return words.flatMap(wordsOf).every((word) => held.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
