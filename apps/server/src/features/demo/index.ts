// What a demo tells everybody: who its people are, so that the sign-in page offers them by a click.
import type { Context } from '../../context.ts';
import { implementOpen, type Server } from '../../http/implement.ts';
import { ProblemError } from '../../http/problem.ts';
import { demoAgencies, demoPeople } from './cast.ts';

/** Known to everybody by design: a demo holds nothing but published text. */
export const demoPassword = 'chancery-demo-2022';

/** Serves `GET /api/demo`; not found outside a demo. */
export function serveDemo(server: Server, context: Context): void {
  implementOpen(server, 'readDemo', async () => {
    if (!context.config.isDemo) throw new ProblemError('not-found', 'This is not a demo.');
    const nameOf = (key: string) => demoAgencies.find((it) => it.key === key)?.name ?? key;
    return {
      password: demoPassword,
      people: demoPeople.map(({ email, name, agency, roles }) => ({ email, name, agency: nameOf(agency), roles: [...roles] })),
    };
  });
}
