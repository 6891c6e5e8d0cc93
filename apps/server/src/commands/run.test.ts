import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from './run.ts';

afterEach(() => vi.restoreAllMocks());

/** The exit code, and what was printed. */
async function ran(...args: readonly string[]): Promise<{ readonly code: number; readonly told: string; readonly complained: string }> {
  const [told, complained] = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
  const code = await run(args);
  return { code, told: told.mock.calls.flat().join('\n'), complained: complained.mock.calls.flat().join('\n') };
}

const everyCommand = ['serve', 'migrate', 'demo', 'create-admin', 'verify', 'backup', 'restore', 'new-epochs', 'new-bus-key'];
const withFile = ['create-admin', 'verify', 'backup', 'restore'];

describe('the chancery command', () => {
  it.each([['help'], ['--help'], ['-h']])('names its commands for %s', async (word) => {
    const { code, told } = await ran(word);
    expect(code).toBe(0);
    for (const name of everyCommand) expect(told).toContain(`chancery ${name}`);
  });

  it.each(everyCommand)('says what %s does, and does not do it', async (name) => {
    for (const args of [
      ['help', name],
      [name, '--help'],
      ['--help', name],
      [name, '-h', 'anything'],
    ]) {
      const { code, told } = await ran(...args);
      expect([code, told]).toEqual([0, expect.stringContaining(`chancery ${name}`)]);
      vi.restoreAllMocks();
    }
    expect(existsSync('--help')).toBe(false);
  });

  it('says which version it is', async () => {
    expect(await ran('--version')).toMatchObject({ code: 0, told: expect.stringMatching(/^chancery \d+\.\d+\.\d+$/) as string });
  });

  it.each([
    [[], 'Say what to do.'],
    [['fly'], 'There is no command "fly".'],
    [['toString'], 'There is no command "toString".'],
    [['help', 'fly'], 'There is no command "fly".'],
    [['verify', '--loudly'], "Unknown option '--loudly'."],
    [['--loudly'], "Unknown option '--loudly'."],
    [['backup', '-x', 'file'], "Unknown option '-x'."],
    [['backup', '--help=yes'], 'does not take an argument'],
    ...withFile.map((name) => [[name], 'is missing.'] as const),
    ...withFile.map((name) => [[name, ''], 'is missing.'] as const),
    ...withFile.map((name) => [[name, 'one', 'two'], '"two" is one word too many.'] as const),
    ...everyCommand.filter((name) => !withFile.includes(name)).map((name) => [[name, 'now'], '"now" is one word too many.'] as const),
  ] as const)('refuses the command line %j with 2, and does nothing', async (args, sentence) => {
    const { code, complained } = await ran(...args);
    expect([code, complained]).toEqual([2, expect.stringContaining(sentence)]);
    expect(complained).toContain('chancery ');
  });
});
