// Proves the fixed point: a plain y-websocket provider, which knows nothing of ours, meets the client that ships in one text.
import { fragmentOf } from '@chancery/answer-doc';
import { asId, type FieldId } from '@chancery/domain';
import { expect, it, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { eventually, onEachDatabase, openDesk, plainSocket } from '../desk/index.ts';

await onEachDatabase('a stock y-websocket provider', (house) => {
  it('reads what others type, and types what they read', async () => {
    // It says so of each message that it does not know.
    using said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await using desk = await openDesk({ house: house() });
    const [moh, epu] = await Promise.all([desk.drafter('moh'), desk.drafter('epu')]);
    using screen = await moh.opens('1');
    screen.types('Ours. ');
    const doc = new Y.Doc();
    using open = new DisposableStack();
    const provider = new WebsocketProvider(`${epu.url.replace(/^http/, 'ws')}/sync/${desk.round}`, '1', doc, {
      disableBc: true,
      WebSocketPolyfill: plainSocket({ cookie: epu.cookie }),
    });
    open.defer(() => provider.destroy());
    const paragraph = () => fragmentOf(doc, { field: asId<FieldId>('answer') }).get(0) as Y.XmlElement;
    await eventually(() => expect(paragraph().toJSON()).toContain('Ours. '));
    paragraph().insert(1, [new Y.XmlText('And ours.')]);
    await eventually(() => expect(screen.reads()).toBe('Ours. And ours.'));
    await eventually(async () => expect((await moh.answer('1')).content).toEqual(screen.content()));
    expect(said).toHaveBeenCalledWith('Unable to compute message');
  });
});
