// A client that behaves as y-websocket's provider does, on y-protocols itself, and counts its content frames as the web client does.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { messageTypes } from '../close-codes.ts';
import type { End, Line } from './line.ts';

interface Frame {
  readonly number: number;
  readonly edits: readonly string[];
}

export class Client implements End {
  readonly name: string;
  doc = new Y.Doc();
  awareness: awarenessProtocol.Awareness | null = null;
  access: string | null = null;
  /** Of the history that its document holds, as the server said. */
  epoch: number | null = null;
  readonly troubles: boolean[] = [];
  isSynced = false;
  closedWith: number | null = null;
  contentFrames = 0;
  committedFrames = 0;
  readonly received: Uint8Array[] = [];
  /** Edits that the server said are committed; they stay so whatever happens. */
  readonly acknowledged = new Set<string>();
  line: Line | null = null;
  private edits: string[] = [];
  private typing: readonly string[] = [];
  private frames: Frame[] = [];
  private count = 0;

  constructor(name: string) {
    this.name = name;
    this.listen();
  }

  get text(): string {
    return this.doc.getText('text').toJSON();
  }

  open(line: Line): void {
    this.line = line;
    this.closedWith = null;
    this.isSynced = false;
    this.contentFrames = 0;
    this.committedFrames = 0;
    this.frames = [];
    line.upload(message(messageTypes.sync, (encoder) => syncProtocol.writeSyncStep1(encoder, this.doc)));
    if (this.awareness?.getLocalState()) this.sendAwareness([this.doc.clientID]);
  }

  /** Inserts text at an index, and notes the edit under a name of its own in the same transaction. */
  type(text: string, at = this.text.length): string {
    const edit = `${this.name}-${++this.count}`;
    this.edits.push(edit);
    this.typing = [edit];
    this.doc.transact(() => {
      this.doc.getText('text').insert(at, text);
      this.doc.getMap('edits').set(edit, true);
    });
    this.typing = [];
    return edit;
  }

  erase(at: number, length: number): void {
    this.doc.getText('text').delete(at, length);
  }

  /** Starts again from the server, as a client does that was told that its document is not the server's. */
  rebuild(): void {
    this.awareness?.destroy();
    this.awareness = null;
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.edits = [];
    this.listen();
  }

  /** Shows a state to the others, with whatever name it likes. */
  show(state: Record<string, unknown>): void {
    if (this.awareness === null) {
      this.awareness = new awarenessProtocol.Awareness(this.doc);
      // As in the provider: also what came from others is sent back.
      this.awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
        this.sendAwareness([...added, ...updated, ...removed]),
      );
    }
    this.awareness.setLocalState(state);
  }

  receive(bytes: Uint8Array): void {
    this.received.push(bytes);
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return this.receiveSync(decoder);
      case messageTypes.awareness: {
        const update = decoding.readVarUint8Array(decoder);
        if (this.awareness !== null) awarenessProtocol.applyAwarenessUpdate(this.awareness, update, this);
        return;
      }
      case messageTypes.acknowledgement:
        return this.receiveAcknowledgement(decoding.readVarUint(decoder));
      case messageTypes.access:
        this.access = decoding.readVarString(decoder);
        return;
      case messageTypes.epoch:
        this.epoch = decoding.readVarUint(decoder);
        return;
      case messageTypes.trouble:
        this.troubles.push(decoding.readVarUint(decoder) === 1);
        return;
      default:
        throw new Error('a message that no client knows');
    }
  }

  closed(code: number): void {
    this.closedWith = code;
    this.line = null;
  }

  upload(bytes: Uint8Array): void {
    this.line?.upload(bytes);
  }

  /** Sends bytes as an update, whatever they are. */
  uploadUpdate(update: Uint8Array): void {
    this.contentFrames += 1;
    this.upload(message(messageTypes.sync, (encoder) => syncProtocol.writeUpdate(encoder, update)));
  }

  /** Hands an update over as a proposal. */
  handOver(update: Uint8Array): void {
    this.upload(message(messageTypes.proposal, (encoder) => encoding.writeVarUint8Array(encoder, update)));
  }

  private listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this || this.line === null) return;
      this.uploadUpdate(update);
      this.frames.push({ number: this.contentFrames, edits: this.typing });
    });
  }

  private receiveSync(decoder: decoding.Decoder): void {
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, messageTypes.sync);
    const type = syncProtocol.readSyncMessage(decoder, reply, this.doc, this, (error) => {
      throw error;
    });
    if (type === syncProtocol.messageYjsSyncStep2) this.isSynced = true;
    if (encoding.length(reply) === 1) return;
    this.contentFrames += 1;
    this.frames.push({ number: this.contentFrames, edits: [...this.edits] });
    this.upload(encoding.toUint8Array(reply));
  }

  private receiveAcknowledgement(frames: number): void {
    this.committedFrames = frames;
    for (const frame of this.frames) if (frame.number <= frames) for (const edit of frame.edits) this.acknowledged.add(edit);
    this.frames = this.frames.filter((frame) => frame.number > frames);
  }

  private sendAwareness(clients: number[]): void {
    const { awareness } = this;
    if (awareness === null) return;
    const update = awarenessProtocol.encodeAwarenessUpdate(awareness, clients);
    this.upload(message(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)));
  }
}

/** A message of a type with the body that `write` writes. */
export function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
