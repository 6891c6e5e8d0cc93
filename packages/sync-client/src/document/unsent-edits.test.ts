import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { unsentEdits } from './unsent-edits.ts';

const textOf = (doc: Y.Doc): Y.Text => doc.getText('text');

/** A document that holds all of another one. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('what a document that was given up holds of its own', () => {
  const served = new Y.Doc();
  textOf(served).insert(0, 'Agreed by all.');

  it('is nothing for who only read', () => {
    expect(unsentEdits(copyOf(served), served)).toBeNull();
  });

  it('is all that was typed and not taken, in whatever order, and nothing that was', () => {
    const old = copyOf(served);
    textOf(old).insert(0, 'Taken. ');
    const fresh = copyOf(old);
    textOf(old).insert(textOf(old).length, ' One.');
    textOf(old).insert(0, 'Two. ');
    textOf(fresh).insert(0, 'A colleague. ');
    const update = unsentEdits(old, fresh)!;
    expect(update.length).toBeLessThan(Y.encodeStateAsUpdate(old).length);
    Y.applyUpdate(fresh, update);
    expect(textOf(fresh).toJSON()).toMatch(/Two\. .*Taken\. Agreed by all\. One\.|A colleague\. Two\. Taken\. Agreed by all\. One\./);
  });

  it('is a deletion as well, but not one that the server knows', () => {
    const old = copyOf(served);
    textOf(old).delete(0, 7);
    const fresh = copyOf(served);
    Y.applyUpdate(fresh, unsentEdits(old, fresh)!);
    expect(textOf(fresh).toJSON()).toBe('by all.');
    expect(unsentEdits(old, fresh)).toBeNull();
  });

  it('is nothing that a colleague wrote and the server has lost', () => {
    const colleague = copyOf(served);
    textOf(colleague).insert(0, 'Seen only here. ');
    expect(unsentEdits(copyOf(colleague), served)).toBeNull();
  });
});
