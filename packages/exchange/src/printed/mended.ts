// The mending of what a conversion from Word or PDF left askew, before Markdown reads it. No word is added or removed.

/**
 * Markdown of the lines with three faults mended: "- 1. Head** text" lost the start of its bold inside the marker, a nested item is
 * indented by less than Markdown asks, and a URL that is a link's text has signs that Markdown would take for emphasis.
 */
export function mended(lines: readonly string[]): string {
  return deepened(lines.map(reopenBold)).map(keepUrlText).join('\n');
}

function keepUrlText(line: string): string {
  return line.replace(/(?<=\[)https?:\/\/[^\]\n]*(?=\]\()/g, (url) => url.replace(/(?<!\\)[_*~]/g, '\\$&'));
}

function reopenBold(line: string): string {
  const found = /^(\s*)[-*+] (\d+[.)]) (.*)$/.exec(line);
  const text = found?.[3] ?? '';
  if (found === null || text.split('**').length % 2 === 1) return line;
  return `${found[1]}${found[2]} **${text}`;
}

interface Level {
  readonly indent: number;
  readonly contentIndent: number;
}

function deepened(lines: readonly string[]): readonly string[] {
  const levels: Level[] = [];
  return lines.map((line, index) => {
    const marker = /^( *)([-*+]|\d{1,9}[.)])( +)\S/.exec(line);
    if (marker === null) {
      if (/^\S/.test(line) && lines[index - 1]?.trim() === '') levels.length = 0;
      return line;
    }
    const indent = marker[1]?.length ?? 0;
    while ((levels.at(-1)?.indent ?? -1) >= indent) levels.pop();
    const newIndent = Math.max(indent, levels.at(-1)?.contentIndent ?? 0);
    levels.push({ indent, contentIndent: newIndent + (marker[2]?.length ?? 0) + (marker[3]?.length ?? 0) });
    return `${' '.repeat(newIndent)}${line.trimStart()}`;
  });
}
