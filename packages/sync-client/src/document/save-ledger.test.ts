import { describe, expect, it } from 'vitest';
import { contentFrameOf } from './counting-socket.ts';
import { lateMs, SaveLedger } from './save-ledger.ts';

const newLedger = (now: () => number = () => 0): SaveLedger => new SaveLedger(now);

/** An edit that leaves at once. */
function sendsEdit(ledger: SaveLedger): void {
  ledger.frameSent('edit');
  ledger.edited(true);
}

describe('what counts as saved', () => {
  it('is saved before anything was typed', () => {
    expect(newLedger().isSaved).toBe(true);
  });

  it('is not saved until the last frame sent is committed', () => {
    const ledger = newLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    sendsEdit(ledger);
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(false);
    ledger.acknowledged(2);
    expect(ledger.isSaved).toBe(true);
  });

  it('does not take the acknowledgements of an earlier connection for those of this one', () => {
    const ledger = newLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    sendsEdit(ledger);
    ledger.acknowledged(2);
    ledger.connectionStarted();
    ledger.frameSent('everything');
    expect(ledger.isSaved).toBe(false);
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(true);
  });

  it('keeps a frame that was not acknowledged when the connection broke as unsaved, until all is sent again and committed', () => {
    const ledger = newLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    sendsEdit(ledger);
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(false);
    ledger.connectionStarted();
    expect(ledger.isSaved).toBe(false);
    sendsEdit(ledger);
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(false);
    ledger.frameSent('everything');
    ledger.acknowledged(2);
    expect(ledger.isSaved).toBe(true);
  });

  it('keeps what was typed without a connection as unsaved until a sync step 2 carried it', () => {
    const ledger = newLedger();
    ledger.edited(false);
    ledger.connectionStarted();
    expect(ledger.isSaved).toBe(false);
    ledger.frameSent('everything');
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(true);
  });

  it('is late when nothing was committed for ten seconds, and a commit of anything begins the count again', () => {
    let now = 0;
    const ledger = newLedger(() => now);
    ledger.connectionStarted();
    expect(ledger.lateIn).toBeNull();
    ledger.frameSent('everything');
    sendsEdit(ledger);
    now += lateMs - 1;
    expect(ledger.lateIn).toBe(1);
    ledger.acknowledged(1);
    expect(ledger.lateIn).toBe(lateMs);
    sendsEdit(ledger);
    now += lateMs;
    expect([ledger.lateIn, ledger.isSaved]).toEqual([0, false]);
    ledger.acknowledged(3);
    expect([ledger.lateIn, ledger.isSaved]).toEqual([null, true]);
  });

  it('counts what waited before a broken connection as waiting on', () => {
    let now = 0;
    const ledger = newLedger(() => now);
    ledger.edited(false);
    now += lateMs / 2;
    ledger.connectionStarted();
    ledger.frameSent('everything');
    expect(ledger.lateIn).toBe(lateMs / 2);
  });

  it('knows how many edits are saved, in their order, through any number of connections', () => {
    const ledger = newLedger();
    ledger.edited(false);
    ledger.connectionStarted();
    ledger.frameSent('everything');
    sendsEdit(ledger);
    sendsEdit(ledger);
    ledger.acknowledged(2);
    expect([ledger.made, ledger.saved]).toEqual([3, 2]);
    ledger.edited(false);
    ledger.connectionStarted();
    sendsEdit(ledger);
    ledger.acknowledged(1);
    expect([ledger.made, ledger.saved]).toEqual([5, 2]);
    ledger.frameSent('everything');
    ledger.acknowledged(2);
    expect([ledger.made, ledger.saved]).toEqual([5, 5]);
  });

  it('does not take an edit for saved that could not be sent, whatever is sent after it', () => {
    const ledger = newLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    ledger.edited(false);
    sendsEdit(ledger);
    ledger.acknowledged(2);
    expect([ledger.saved, ledger.isSaved]).toEqual([0, false]);
  });

  it('counts sync step 2 and updates as content, and nothing else', () => {
    expect([[0, 0], [0, 1], [0, 2], [1, 1], [1, 2], [3]].map((bytes) => contentFrameOf(new Uint8Array(bytes)))).toEqual([
      null,
      'everything',
      'edit',
      null,
      null,
      null,
    ]);
  });
});
