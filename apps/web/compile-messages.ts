// Sentences turned into their parsed form while building, so that the browser need not load the parser (8 KB).
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const parserName = '@formatjs/icu-messageformat-parser';
const ownRequire = createRequire(import.meta.url);
/** react-intl's own parser: the parsed form must be of the version that reads it. */
const parser = createRequire(ownRequire.resolve('react-intl'))(parserName) as { readonly parse: (message: string) => unknown };

const sentence = /\bdefaultMessage:\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/** Compiles every `defaultMessage` where messages are defined, and replaces the parser by one that only says that it is not there. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === parserName ? this.resolve(`${parserName}/no-parser.js`, importer, { skipSelf: true }) : null;
    },
    transform(code, id) {
      if (!/\/src\/.+\.ts$/.test(id) || !code.includes('defineMessages(')) return null;
      return { code: compiled(code), map: null };
    },
  };
}

/** The code with each `defaultMessage` parsed; throws where one is no message. */
export function compiled(code: string): string {
  return code.replace(sentence, (_, literal: string) => `defaultMessage: ${JSON.stringify(parser.parse(textOf(literal)))}`);
}

/** The text of a string literal in single or double quotes. */
function textOf(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  return JSON.parse(`"${inner}"`) as string;
}
