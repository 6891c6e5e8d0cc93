// Owns an editor: a client that types, and knows of each of its characters when it was sent and up to which the server has them.

import { monotonicMs } from '../processor.ts';
import { Client, type ClientAddress, type Listener } from './client.ts';
import type { Paragraph } from './first-content.ts';
import { Typist } from './typist.ts';

export class Editor {
  readonly document: string;
  readonly typist: Typist;
  readonly client: Client;
  /** By clock, on the machine's clock. */
  readonly sentAt: number[] = [];
  /** Characters that the server has said it has. */
  acknowledged = 0;

  constructor(address: ClientAddress, clientId: number, paragraph: Paragraph) {
    this.document = address.document;
    this.typist = new Typist(clientId, paragraph);
    this.client = new Client(address);
  }

  listen(listener: Omit<Listener, 'acknowledged'>, acknowledged: (from: number, until: number) => void = () => {}): void {
    this.client.listener = {
      ...listener,
      acknowledged: (edits) => {
        const from = this.acknowledged;
        this.acknowledged = edits;
        acknowledged(from, edits);
      },
    };
  }

  type(): void {
    const update = this.typist.type();
    this.sentAt.push(monotonicMs());
    this.client.send(update);
  }
}
