// The edits that a document which was given up holds and the server's document does not: the update to hand over.
import * as Y from 'yjs';

/** The update, relative to `fresh`; null where nothing was typed or deleted in `old` that `fresh` lacks. */
export function unsentEdits(old: Y.Doc, fresh: Y.Doc): Uint8Array | null {
  const update = Y.encodeStateAsUpdate(old, Y.encodeStateVector(fresh));
  const hasTyped = Y.getState(old.store, old.clientID) > Y.getState(fresh.store, old.clientID);
  return hasTyped || deletesMore(fresh, update) ? update : null;
}

/** An update names all deletions of its document, known or not; applying it to a copy shows whether any of them is new. */
function deletesMore(fresh: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(fresh));
  let isMore = false;
  copy.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.deleteSet.clients.size > 0) isMore = true;
  });
  Y.applyUpdate(copy, update);
  copy.destroy();
  return isMore;
}
