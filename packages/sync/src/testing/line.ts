// A line, one connection of the in-memory network: two explicit queues, moved only when told.
import type { Session } from '../session/session.ts';
import type { Socket } from '../ports.ts';

type Arrival = { readonly message: Uint8Array } | { readonly code: number; readonly reason: string };

/** The client's end. */
export interface End {
  receive(message: Uint8Array): void;
  closed(code: number, reason: string): void;
}

export class Line implements Socket {
  bufferedBytes = 0;
  readonly toServer: Uint8Array[] = [];
  readonly toClient: Arrival[] = [];
  session: Session | null = null;
  /** The server at its other end. */
  readonly server: string;
  private readonly end: End;
  private isCut = false;

  constructor(end: End, server: string) {
    this.end = end;
    this.server = server;
  }

  get isDead(): boolean {
    return this.isCut;
  }

  get isQuiet(): boolean {
    return this.toServer.length === 0 && this.toClient.length === 0;
  }

  send(message: Uint8Array): void {
    if (!this.isCut) this.toClient.push({ message });
  }

  close(code: number, reason: string): void {
    if (!this.isCut) this.toClient.push({ code, reason });
  }

  /** The client's send. */
  upload(message: Uint8Array): void {
    if (!this.isCut) this.toServer.push(message);
  }

  stepToServer(): void {
    const message = this.toServer.shift();
    if (message !== undefined) this.session?.receive(message);
  }

  stepToClient(): void {
    const arrival = this.toClient.shift();
    if (arrival === undefined) return;
    if ('message' in arrival) return this.end.receive(arrival.message);
    this.cut();
    this.end.closed(arrival.code, arrival.reason);
  }

  /** The network is gone: what is under way is lost, and the server hears of it. */
  cut(): void {
    if (this.isCut) return;
    this.isCut = true;
    this.toServer.length = 0;
    this.toClient.length = 0;
    this.session?.left();
  }
}
