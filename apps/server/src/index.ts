// What tests and benchmarks see of the server: starting one in a process of their own choosing.
export { readConfig, type Config } from './config.ts';
export { createApp } from './process/app.ts';
export { Compaction } from './upkeep/compaction.ts';
export { createLog } from './process/log.ts';
export { socketOf } from './connection/framed-socket.ts';
export { openContext } from './process/open-context.ts';
export { start, type RunningServer } from './process/start.ts';
export { demoPassword } from './features/demo/index.ts';
export { demoAgencies, demoPeople } from './features/demo/cast.ts';
export { ensureDemo } from './features/demo/make-demo.ts';
