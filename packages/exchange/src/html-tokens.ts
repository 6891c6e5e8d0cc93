// The tags and comments of HTML as parse5 finds them, and the text between them as the source spells it.
import { type Token, Tokenizer } from 'parse5';

export interface HtmlTag {
  readonly kind: 'tag';
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** By name, character references read. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly source: string;
}

export type HtmlToken = HtmlTag | { readonly kind: 'comment' | 'text'; readonly source: string };

/**
 * The HTML cut into tokens, whose sources together are the HTML again. Cut and not parsed: a tree would have torn tags repaired, and the
 * spelling of a text (`http&#58;//`) says whether it is a hyperlink. What parse5 drops, such as a tag that never ends, is text here.
 */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let done = 0;
  const take = (location: Token.Location | null, made: (source: string) => HtmlToken): void => {
    if (location === null) return;
    const { startOffset: start, endOffset: end } = location;
    if (start > done) tokens.push({ kind: 'text', source: html.slice(done, start) });
    tokens.push(made(html.slice(start, end)));
    done = end;
  };
  const tag = ({ tagName: name, attrs, location }: Token.TagToken, isClosing: boolean): void => {
    // Markdown's <https://example.org> is no tag, although HTML takes any name.
    if (!/^[a-z][a-z0-9]*$/.test(name)) return;
    const attributes = new Map(attrs.map((it) => [it.name, it.value]));
    take(location, (source) => ({ kind: 'tag', name, isClosing, attributes, source }));
  };
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (it) => tag(it, false),
      onEndTag: (it) => tag(it, true),
      onComment: ({ location }) => take(location, (source) => ({ kind: 'comment', source })),
      onDoctype: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(html, true);
  if (done < html.length) tokens.push({ kind: 'text', source: html.slice(done) });
  return tokens;
}
