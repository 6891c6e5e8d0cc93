// `chancery demo`: makes the demo round in an empty database.
import { readConfig } from '../config.ts';
import { ensureDemo } from '../features/demo/make-demo.ts';
import { createLog } from '../process/log.ts';
import { openContext } from '../process/open-context.ts';

export async function makeDemo(): Promise<number> {
  const config = readConfig({ ...process.env, DEMO: '1' }, process.cwd());
  await using context = await openContext(config, createLog());
  const isMade = await ensureDemo(context);
  console.log(isMade ? 'The demo round is there. Start the server with DEMO=1.' : 'There are rounds already; nothing was changed.');
  return 0;
}
