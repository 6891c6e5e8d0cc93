// The `chancery` command. Compiled code is kept between starts: without it, stripping the types costs half a second and 40 MB each time.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.chancery/compiled', import.meta.url)));
const { run } = await import('./commands/run.ts');
process.exitCode = await run(process.argv.slice(2));
