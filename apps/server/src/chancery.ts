// The `chancery` command: names a command, loads only what it needs, turns its failure into one clear sentence and an exit code.
import { run } from './commands/run.ts';

// What it writes (the database, its backups) holds hashes of passwords and texts of governments: for its own user alone.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));
