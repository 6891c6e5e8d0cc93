// Proves that what happens at the same instant is decided one way or the other, and never half.
import { verifyRecord } from '@chancery/record';
import { expect, it } from 'vitest';
import { type EventStream, eventually, type HandMadeClient, onEachDatabase, openDesk, promised, RefusedError } from '../desk/index.ts';

await onEachDatabase(
  'at the same instant',
  (house) => {
    it('opening an answer or the events and signing out leave nothing open', async () => {
      await using desk = await openDesk({ house: house() });
      const moh = await desk.drafter('moh');
      const clients: HandMadeClient[] = [];
      const streams: EventStream[] = [];
      for (let time = 0; time < 8; time += 1) {
        await moh.signsIn();
        const connecting = [moh.connectsByHand('1'), moh.connectsByHand('2')];
        const listening = Promise.allSettled([moh.listens(), moh.listens()]);
        await moh.signsOut();
        clients.push(...(await Promise.all(connecting)));
        streams.push(...(await listening).flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])));
      }
      const open = () => [...clients.filter((it) => it.closedWith === null), ...streams.filter((it) => !it.hasEnded)];
      await eventually(() => expect(open()).toHaveLength(0), promised(1_000));
    });

    it('opening an answer and losing the right to read it leave nothing open', async () => {
      await using desk = await openDesk({ house: house() });
      const [kkmm, manager] = await Promise.all([desk.drafter('kkmm'), desk.manager('kkmm')]);
      const membership = { email: kkmm.who.email, name: 'Drafter', title: '', agency: desk.agencies.kkmm, roles: ['drafter' as const] };
      for (let time = 0; time < 5; time += 1) {
        const connecting = [kkmm.connectsByHand('1'), kkmm.connectsByHand('2')];
        await manager.does('removeMember', { person: kkmm.who.person });
        const clients = await Promise.all(connecting);
        await eventually(() => expect(clients.filter((it) => it.closedWith === null)).toHaveLength(0), promised(1_000));
        await manager.does('addMember', {}, membership);
      }
    });

    it('many decisions make one chain', async () => {
      await using desk = await openDesk({ house: house() });
      const [first, second, moh] = await Promise.all([desk.coordinator(), desk.secondCoordinator(), desk.drafter('moh')]);
      await Promise.all([
        ...['1', '2', '3', '4'].map((question) => first.assigns([question], 'epu')),
        ...['1', '2', '3', '4'].map((question) => second.asksQuery(question, 'moh', 'Why?')),
        second.assigns(['1', '2'], 'moh'),
        moh.asksQuery('1', 'epu', 'When?'),
        first.does('addAgency', {}, { name: 'One more', shortName: 'ONE' }),
      ]);
      expect(await verifyRecord(await first.record())).toMatchObject({ ok: true });
    });

    it('an import and a "no answer" on one question never both stand', async () => {
      await using desk = await openDesk({ house: house() });
      await (await desk.drafter('moh')).writes('3', 'Late news.');
      const form = await (await desk.coordinator()).exports('md');
      await using other = await openDesk({ house: house() });
      const [theirs, decider, commenter] = await Promise.all([other.coordinator(), other.secondCoordinator(), other.drafter('moh')]);
      for (let time = 0; time < 6; time += 1) {
        const preview = await theirs.previews(form);
        const noise = [1, 2, 3].map((it) => commenter.comments('1', `Remark ${it}`));
        const deciding = decider.leavesUnanswered('3').catch((cause: unknown) => {
          if (!(cause instanceof RefusedError)) throw cause;
        });
        const [report] = await Promise.all([theirs.runs(preview.id, ['3']), deciding, ...noise]);
        const { isEmpty, acceptance } = await theirs.row('3');
        expect(isEmpty).toBe(acceptance !== null);
        expect(report.outcomes['3'] === 'filled').toBe(!isEmpty);
        if (!isEmpty) break;
        await decider.reopens('3');
      }
    });

    it('an import fills every answer while others comment', async () => {
      await using source = await openDesk({ house: house() });
      await (await source.drafter('moh')).writes('1', 'Telemedicine.');
      await (await source.drafter('moh')).writes('4', 'Records.');
      const form = await (await source.coordinator()).exports('md');
      await using desk = await openDesk({ house: house() });
      const [coordinator, ...chatty] = await Promise.all([desk.coordinator(), desk.drafter('moh'), desk.drafter('epu'), desk.observer()]);
      const preview = await coordinator.previews(form);
      const chat = chatty.map(async (it) => {
        for (let time = 0; time < 10; time += 1) await it.comments('2', 'By the way.');
      });
      const report = await coordinator.runs(preview.id, ['1', '4']);
      await Promise.all(chat);
      expect(report.outcomes).toEqual({ '1': 'filled', '4': 'filled' });
    });

    it('two imports of one form fill each answer once', async () => {
      await using source = await openDesk({ house: house() });
      await (await source.drafter('moh')).writes('1', 'Telemedicine.');
      const form = await (await source.coordinator()).exports('md');
      await using desk = await openDesk({ house: house() });
      const [first, second] = await Promise.all([desk.coordinator(), desk.secondCoordinator()]);
      const reports = await Promise.all([first.imports(form, ['1']), second.imports(form, ['1'])]);
      expect(new Set(reports.map((it) => it.outcomes['1']))).toEqual(new Set(['filled', 'same']));
      using screen = await first.opens('1');
      expect(screen.reads()).toBe('Telemedicine.');
    });
  },
  { way: 'sockets' },
);
