import { afterEach, expect, it, vi } from 'vitest';
import { run } from './run.ts';

afterEach(() => vi.restoreAllMocks());

it('names the commands for --help, and for a command line that is wrong', async () => {
  const [told, complained] = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
  expect(await run(['--help'])).toBe(0);
  expect(told).toHaveBeenLastCalledWith(expect.stringContaining('chancery serve'));
  for (const [args, sentence] of [
    [[], 'Say what to do:'],
    [['fly'], 'There is no command "fly".'],
    [['toString'], 'There is no command "toString".'],
    [['verify', '--loudly'], "Unknown option '--loudly'"],
  ] as const) {
    expect(await run(args)).toBe(2);
    expect(complained).toHaveBeenLastCalledWith(expect.stringContaining(sentence));
    expect(complained).toHaveBeenLastCalledWith(expect.stringContaining('chancery serve'));
  }
});
