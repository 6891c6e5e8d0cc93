import { describe, expect, it } from 'vitest';
import { contentFrameOf, SaveLedger } from './save-ledger.ts';

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
