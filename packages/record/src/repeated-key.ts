// A key that stands twice in one object of a JSON text. Parsers keep one of the two and say nothing, and not all of them the same one.

export interface RepeatedKey {
  readonly key: string;
  /** Line of its second appearance, counted from 1. */
  readonly line: number;
}

/** The first key that stands twice in one object, at any depth and however it is escaped; null when none does. The text must be JSON. */
export function repeatedKey(text: string): RepeatedKey | null {
  /** The keys of each object that is open here; null for an array. */
  const open: (Set<string> | null)[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
        open.push(new Set());
        isKeyNext = true;
        break;
      case '[':
        open.push(null);
        isKeyNext = false;
        break;
      case '}':
      case ']':
        open.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = open.at(-1) instanceof Set;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (isKeyNext) {
          const key = JSON.parse(text.slice(at, end)) as string;
          const keys = open.at(-1);
          if (keys?.has(key) === true) return { key, line: lineAt(text, at) };
          keys?.add(key);
        }
        isKeyNext = false;
        at = end - 1;
        break;
      }
      default:
    }
  }
  return null;
}

/** The place after the closing quotation mark of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  const [quotationMark, backslash] = [0x22, 0x5c];
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quotationMark; code = text.charCodeAt(at)) at += code === backslash ? 2 : 1;
  return at + 1;
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}
