// An editor: a client that types, and knows of each of its characters when it was sent and up to which the server has them.

import { monotonicMs } from '../../processor.ts';
import { LoadClient, type ClientAddress, type LoadListener } from './client.ts';
import type { Paragraph } from './first-content.ts';
import { LoadTypist } from './typist.ts';

export class Editor {
  readonly document: string;
  readonly typist: LoadTypist;
  readonly client: LoadClient;
  /** By clock, on the machine's clock. */
  readonly sentAt: number[] = [];
  /** Characters that the server has said it has. */
  acknowledged = 0;

  constructor(address: ClientAddress, clientId: number, paragraph: Paragraph) {
    this.document = address.document;
    this.typist = new LoadTypist(clientId, paragraph);
    this.client = new LoadClient(address);
  }

  listen(listener: Omit<LoadListener, 'acknowledged'>, acknowledged: (from: number, until: number) => void = () => {}): void {
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
