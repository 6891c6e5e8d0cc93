// `chancery serve`: the server.
import { main } from '../process/main.ts';

export async function serve(): Promise<number> {
  return await main();
}
