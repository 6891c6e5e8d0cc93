// Proves with a recorded session of two people that concurrent typing survives `kill -9` of the server to the letter.
import { Seeded } from '@chancery/sync/testing/seeded';
import { expect, it } from 'vitest';
import { eventually, onEachDatabase, openDesk } from '../desk/index.ts';
import { CrashClient } from './client.ts';
import { killable } from './killable.ts';
import { Replay } from './replay.ts';
import { seed } from './run.ts';
import { findTrace, receivedIn, textOf } from './trace.ts';

const trace = findTrace('friendsforever');
const kills = 3;
const skipped = trace === undefined ? ' (skipped: no recording)' : '';

await onEachDatabase(
  'a recorded session of two people',
  (house) => {
    it.skipIf(trace === undefined)(
      `gives the recorded text after ${kills} kills of the server on the way (CRASH_SEED=${seed})${skipped}`,
      async () => {
        const { txns, endContent } = trace!;
        const chance = new Seeded(seed);
        await using desk = await openDesk({ house: house() });
        const document = { round: desk.round, question: '1' };
        const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
        using screens = new DisposableStack();
        const clients = people.map((person) => screens.use(new CrashClient(person.tab(), document)));
        const replay = new Replay(trace!, clients);
        replay.begins();
        for (let kill = 0; kill < kills; kill++) {
          const fraction = (kill + 0.1 + chance.below(80) / 100) / kills;
          await replay.reaches(Math.floor(fraction * txns.length));
          await house().isKilledAndStartsAgain();
        }
        await replay.reaches(txns.length);
        await Promise.all(clients.map((client) => client.saved()));
        for (const { doc } of clients) await eventually(() => expect(textOf(doc).toJSON()).toBe(endContent));
        // From here on nobody has it but the database.
        await house().isKilledAndStartsAgain(async () => screens.dispose());
        using reader = await new CrashClient((await desk.coordinator()).tab(), document).isOpen();
        expect(textOf(reader.doc).toJSON()).toBe(endContent);
        expect(receivedIn(reader.doc, trace!)).toEqual(replay.made);
      },
    );
  },
  killable,
);
