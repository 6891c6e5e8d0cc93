import { describe, expect, it } from 'vitest';
import { contentFrameOf, lateMs, SaveLedger } from './save-ledger.ts';

describe('what counts as saved', () => {
  it('is saved before anything was typed', () => {
    expect(new SaveLedger().isSaved).toBe(true);
  });

  it('is not saved until the last frame sent is committed', () => {
    const ledger = new SaveLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    ledger.frameSent('edit');
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(false);
    ledger.acknowledged(2);
    expect(ledger.isSaved).toBe(true);
  });

  it('does not take the acknowledgements of an earlier connection for those of this one', () => {
    const ledger = new SaveLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    ledger.frameSent('edit');
    ledger.acknowledged(2);
    ledger.connectionStarted();
    ledger.frameSent('everything');
    expect(ledger.isSaved).toBe(false);
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(true);
  });

  it('keeps a frame that was not acknowledged when the connection broke as unsaved, until all is sent again and committed', () => {
    const ledger = new SaveLedger();
    ledger.connectionStarted();
    ledger.frameSent('everything');
    ledger.frameSent('edit');
    ledger.acknowledged(1);
    ledger.connectionLost();
    expect(ledger.isSaved).toBe(false);
    ledger.connectionStarted();
    expect(ledger.isSaved).toBe(false);
    ledger.frameSent('edit');
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(false);
    ledger.frameSent('everything');
    ledger.acknowledged(2);
    expect(ledger.isSaved).toBe(true);
  });

  it('keeps what was typed without a connection as unsaved until a sync step 2 carried it', () => {
    const ledger = new SaveLedger();
    ledger.editedWithoutConnection();
    ledger.connectionStarted();
    expect(ledger.isSaved).toBe(false);
    ledger.frameSent('everything');
    ledger.acknowledged(1);
    expect(ledger.isSaved).toBe(true);
  });

  it('is late when nothing was committed for ten seconds, and a commit of anything begins the count anew', () => {
    let now = 0;
    const ledger = new SaveLedger(() => now);
    ledger.connectionStarted();
    expect(ledger.lateIn).toBeNull();
    ledger.frameSent('everything');
    ledger.frameSent('edit');
    now += lateMs - 1;
    expect(ledger.lateIn).toBe(1);
    ledger.acknowledged(1);
    expect(ledger.lateIn).toBe(lateMs);
    ledger.frameSent('edit');
    now += lateMs;
    expect([ledger.lateIn, ledger.isSaved]).toEqual([0, false]);
    ledger.acknowledged(3);
    expect([ledger.lateIn, ledger.isSaved]).toEqual([null, true]);
  });

  it('counts what waited before a broken connection as waiting on', () => {
    let now = 0;
    const ledger = new SaveLedger(() => now);
    ledger.editedWithoutConnection();
    now += lateMs / 2;
    ledger.connectionStarted();
    ledger.frameSent('everything');
    expect(ledger.lateIn).toBe(lateMs / 2);
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
