// The `chancery` command: names a command, loads only what it needs, turns its failure into one clear sentence and an exit code.
import { run } from './commands/run.ts';

process.exitCode = await run(process.argv.slice(2));
