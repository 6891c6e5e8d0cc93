// Sentences turned into their parsed form while building, so that the browser need not load the parser (8 KB), and said in the language that
// the client is built for.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** The sentences of a language by the ids of their messages, as in `messages/<language>.json`. */
export type Catalogue = Readonly<Record<string, string>>;

const parserName = '@formatjs/icu-messageformat-parser';
const ownRequire = createRequire(import.meta.url);
/** react-intl's own parser: the parsed form must be of the version that reads it. */
const parser = createRequire(ownRequire.resolve('react-intl'))(parserName) as { readonly parse: (message: string) => unknown };

const message = /\bid: '([^'\n]+)',(\s*)defaultMessage:\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/** Says every message in the language, a BCP 47 tag such as `ms`, as far as its catalogue goes; the rest, and all without one, in English. */
export function compileMessages(language: string): readonly Plugin[] {
  const catalogue = catalogueOf(language);
  return [
    {
      name: 'translate-messages',
      enforce: 'pre',
      transformIndexHtml: (html) => html.replace('lang="en" dir="ltr"', `lang="${language}" dir="${directionOf(language)}"`),
      transform: (code, id) => (definesMessages(code, id) ? { code: translated(code, catalogue), map: null } : null),
    },
    {
      name: 'compile-messages',
      apply: 'build',
      enforce: 'pre',
      // The parser is replaced by one that only says that it is not there.
      resolveId(source, importer) {
        return source === parserName ? this.resolve(`${parserName}/no-parser.js`, importer, { skipSelf: true }) : null;
      },
      transform: (code, id) => (definesMessages(code, id) ? { code: compiled(code), map: null } : null),
    },
  ];
}

/** The code with each message in the words of the catalogue, where it has some. */
export function translated(code: string, catalogue: Catalogue): string {
  return code.replace(message, (whole, id: string, space: string) => {
    const words = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
    return words === undefined ? whole : `id: '${id}',${space}defaultMessage: ${JSON.stringify(words)}`;
  });
}

/** The code with each `defaultMessage` parsed; throws where one is no message. */
export function compiled(code: string): string {
  return code.replace(message, (_, id: string, space: string, literal: string) => {
    return `id: '${id}',${space}defaultMessage: ${JSON.stringify(parser.parse(textOf(literal)))}`;
  });
}

function definesMessages(code: string, id: string): boolean {
  return /\/src\/.+\.ts$/.test(id) && code.includes('defineMessages(');
}

function catalogueOf(language: string): Catalogue {
  const file = new URL(`./messages/${language}.json`, import.meta.url);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  if (language === 'en') return {};
  throw new Error(`There is no catalogue apps/web/messages/${language}.json.`);
}

function directionOf(language: string): string {
  // Not in TypeScript's library yet.
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { readonly direction: string } };
  return locale.getTextInfo().direction;
}

/** The text of a string literal in single or double quotes. */
function textOf(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  return JSON.parse(`"${inner}"`) as string;
}
