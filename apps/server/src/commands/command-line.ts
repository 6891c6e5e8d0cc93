// The reading of a command line: which command, with which words behind it, or what is wrong with it.
import { parseArgs } from 'node:util';

/** What a command is called with, as its help prints it: `<file>` must be there, `[e-mail]` may be. */
type Operand = `<${string}>` | `[${string}]`;

export interface CommandShape {
  readonly operands: readonly Operand[];
}

type CommandLine<Name extends string> =
  | { readonly status: 'run'; readonly name: Name; readonly operands: readonly string[] }
  | { readonly status: 'help'; readonly name: Name | null }
  | { readonly status: 'version' }
  /** `name`: the command that was meant, where one was. */
  | { readonly status: 'wrong'; readonly sentence: string; readonly name: Name | null };

/** Reads `args` against the commands there are; options are `--help` and `--version` alone, and no operand may be missing or too many. */
export function readCommandLine<Name extends string>(
  args: readonly string[],
  commands: Readonly<Record<Name, CommandShape>>,
): CommandLine<Name> {
  const parsed = parse(args);
  if ('fault' in parsed) return { status: 'wrong', sentence: parsed.fault, name: null };
  const { values, positionals } = parsed;
  const [word, ...operands] = positionals;
  const isKnown = (it: string): it is Name => Object.hasOwn(commands, it);
  const unknown = (it: string) => ({ status: 'wrong', sentence: `There is no command "${it}".`, name: null }) as const;
  if (values.version === true) return { status: 'version' };
  if (word === 'help') {
    const [about] = operands;
    if (about === undefined) return { status: 'help', name: null };
    return isKnown(about) ? { status: 'help', name: about } : unknown(about);
  }
  if (word === undefined) {
    return values.help === true ? { status: 'help', name: null } : { status: 'wrong', sentence: 'Say what to do.', name: null };
  }
  if (!isKnown(word)) return unknown(word);
  if (values.help === true) return { status: 'help', name: word };
  const fault = operandFault(operands, commands[word].operands);
  return fault === null ? { status: 'run', name: word, operands } : { status: 'wrong', sentence: fault, name: word };
}

function parse(args: readonly string[]) {
  const options = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, allowPositionals: true, strict: true, options });
  } catch (cause) {
    // Its second sentence explains how a file may be called like an option, which nobody here asked.
    const [sentence] = (cause instanceof Error ? cause.message : String(cause)).split('. ');
    return { fault: `${sentence}.` };
  }
}

function operandFault(given: readonly string[], expected: readonly Operand[]): string | null {
  const missing = expected.find((operand, at) => operand.startsWith('<') && (given[at] ?? '') === '');
  if (missing !== undefined) return `${missing} is missing.`;
  return given.length > expected.length ? `"${given[expected.length]}" is one word too many.` : null;
}
