// Reads the files of a folder one after the other in a process of its own, and says what became of each, how long it took and what it cost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { msq2022 } from '@chancery/questionnaires';
import { readFilledFile } from '../../../read-filled-form.ts';

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder).toSorted()) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const before = process.cpuUsage();
  const outcome = await readFilledFile(bytes, msq2022).then(
    (it) => (it.ok ? 'read' : it.problem.code),
    (cause: unknown) => `threw ${String(cause)}`,
  );
  const { user, system } = process.cpuUsage(before);
  const ms = Math.round((user + system) / 1000);
  process.stdout.write(`${JSON.stringify({ name, outcome, ms, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
}
