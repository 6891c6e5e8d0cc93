// The spelling of plain text inside Markdown and HTML, and its way back.

/** Characters that files and parsers change or refuse: controls, lone halves of pairs, line separators. */
const fragile = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;

/** True when a file or a parser would not keep the text as it is. */
export function isFragile(text: string): boolean {
  return text.replaceAll('\n', '').search(fragile) !== -1;
}

/** Text of one line so that Markdown shows it as it is; `lineText` reads it back, whatever the text. */
export function escapeLine(text: string): string {
  return asReferences(text.replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)|^[#+=-]|^\d+(?=[.)])/g, escapeToken), fragile).replace(
    /^[ ]|[ ]$/g,
    '&#32;',
  );
}

/** Text beside tick marks, so that no reader takes a sign of it for a tick. */
export function escapeOption(text: string): string {
  return asReferences(escapeLine(text), /[☒☑✓✔✅☐□▢]/g);
}

/** The text that `escapeLine` spelled; also takes the escapes of other Markdown. */
export function lineText(markdown: string): string {
  return markdown
    .replace(/^[ \n]+|[ \n]+$/g, '')
    .replace(
      /\\([!-/:-@[-`{-~])|&#(\d+);|&(amp|lt|gt|quot);/g,
      (_, sign?: string, code?: string, name?: string) => sign ?? charOf(code, name),
    );
}

/** Text inside HTML. A URL that is no link is spelled so that no reader makes one of it. */
export function escapeHtml(text: string): string {
  const spelled = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/(https?):(?=\/\/)/gi, '$1&#58;');
  return asReferences(spelled, fragile);
}

/** The text that `escapeHtml` spelled; takes the common named references of other HTML too. */
export function htmlText(html: string): string {
  return html.replace(/&#(\d+);|&(amp|lt|gt|quot|nbsp|apos);/g, (_, code?: string, name?: string) => charOf(code, name));
}

/** Every match as a numeric character reference. */
function asReferences(text: string, pattern: RegExp): string {
  return text.replace(pattern, (sign) => `&#${sign.charCodeAt(0)};`);
}

function escapeToken(token: string): string {
  return /^\d+$/.test(token) ? `&#${token.charCodeAt(0)};${token.slice(1)}` : `\\${token}`;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function charOf(code: string | undefined, name: string | undefined): string {
  return code === undefined ? (named[name ?? ''] ?? '') : String.fromCharCode(Number(code));
}
