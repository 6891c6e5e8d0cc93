// Proves that a server which is told to stop does so in order and within five seconds, and loses nothing that it had taken.
import { expect, it } from 'vitest';
import { eventually, type Official, onEachDatabase, openDesk, promised, wordsOf } from '../desk/index.ts';

type Screen = Awaited<ReturnType<Official['opens']>>;

await onEachDatabase(
  'a server that is stopped under typing',
  (house) => {
    it('ends with 0 within five seconds, sends everybody away with 1012, and has all that it took', async () => {
      await using desk = await openDesk({ house: house() });
      const typists = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.drafter('kkmm')]);
      const screens = await Promise.all(typists.map((it) => it.opens('1')));
      const observer = await desk.observer();
      const watcher = await observer.opens('1');
      const stream = await typists[0].listens();
      const typing = screens.map((screen, at) => typesAndSaves(screen, `t${at}-`));
      await eventually(() => expect(typing.every((it) => it.saved.length > 10)).toBe(true));

      const started = performance.now();
      expect(await house().stops()).toBe(0);
      expect(performance.now() - started).toBeLessThan(promised(5_000));

      for (const it of typing) it.stop();
      expect([...typists, observer].map((it) => it.tab().farewells[0])).toEqual([1012, 1012, 1012, 1012]);
      await eventually(() => expect(stream.hasEnded).toBe(true));
      const seen = wordsOf(watcher);
      // Gone with all that they hold, so that only what the log has comes back.
      for (const screen of [...screens, watcher]) screen[Symbol.dispose]();
      await house().startsAgain();
      using fresh = await typists[0].opens('1');
      const kept = wordsOf(fresh);
      expect(new Set(kept).size).toBe(kept.length);
      expect(kept).toEqual(expect.arrayContaining([...seen, ...typing.flatMap((it) => it.saved)]));
    });
  },
  { isApart: true },
);

/** Types a word after another, and knows which of them were shown as saved. */
function typesAndSaves(screen: Screen, prefix: string): { readonly saved: string[]; stop(): void } {
  const saved: string[] = [];
  let isOver = false;
  const type = async () => {
    for (let count = 0; !isOver; count += 1) {
      screen.types(`${prefix}${count} `);
      await screen.saved();
      saved.push(`${prefix}${count}`);
    }
  };
  // It ends by the stop of the server, which never replies to the last word.
  type().catch(() => {});
  return { saved, stop: () => (isOver = true) };
}
