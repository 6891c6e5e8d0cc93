// What a run of the crash tests is told: its seed, which chooses edits and instants, and its length. What the machine does in between is its own affair.
import { randomInt } from 'node:crypto';

/** Of this run; the title of each test names it, and `CRASH_SEED` asks for it again. */
export const seed = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 31));

/** How often each crash test kills: with every change once in each of its two ways, 50 times at night. */
export const crashRounds = Number(process.env['CRASH_ROUNDS'] ?? 2);

/** Time of one round and of what stands around the rounds, on a machine that does other things as well. */
export const crashTestMs = 300_000 + crashRounds * 60_000;
