// The correspondence of rules and tests: a rule that no test quotes rots, a test that quotes no rule has lost it.

/** The ids stated in a document of rules, where each is a list item such as `- **P1** A sentence.` */
export function statedIds(document: string): readonly string[] {
  return [...document.matchAll(/^\s*[-*] \*\*([A-Z]{1,2}\d{1,3})\.?:?\*\*/gm)].map((match) => match[1] ?? '');
}

/** The ids that begin the titles of a file's tests: `P1: a sentence` or `P1, P2: a sentence`. */
export function quotedIds(testFile: string): readonly string[] {
  const titles = testFile.matchAll(/\(\s*(['"`])((?:[A-Z]{1,2}\d{1,3}(?:, )?)+): /g);
  return [...titles].flatMap((match) => (match[2] ?? '').split(', '));
}

/** One sentence for each id that is stated twice, never quoted, or quoted but not stated. */
export function mismatches(stated: readonly string[], quoted: readonly string[]): readonly string[] {
  const repeated = new Set(stated.filter((id, index) => stated.indexOf(id) !== index));
  const unproven = new Set(stated.filter((id) => !quoted.includes(id)));
  const unknown = new Set(quoted.filter((id) => !stated.includes(id)));
  return [
    ...[...repeated].map((id) => `${id} is stated twice`),
    ...[...unproven].map((id) => `${id} begins the title of no test`),
    ...[...unknown].map((id) => `${id} begins the title of a test, but no document states it`),
  ];
}
