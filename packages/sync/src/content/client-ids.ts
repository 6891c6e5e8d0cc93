// The client ids of a document, and the person each belongs to (SPEC.md X6-X8): as the log says, and as sessions have claimed since the
// process began.
import type { DocumentId } from '../ports.ts';

interface Binding {
  readonly person: string;
  /** True once a session of the person has claimed the id and delivered all that it had: from then on only that person writes under it. */
  isSettled: boolean;
  /** True once the log has it or is about to. */
  isKept: boolean;
}

/** Ids of a document that are remembered without content; the log knows the others. */
const maxClaims = 5_000;
/** Documents whose claims are remembered after their rooms have ended. */
const maxDocuments = 5_000;

/** The claims of all documents of a process: a person who has opened a document and typed nothing yet may come back much later with what was typed offline. */
export class Claims {
  private readonly documents = new Map<DocumentId, ClientIds>();

  of(document: DocumentId): ClientIds {
    const known = this.documents.get(document) ?? new ClientIds();
    this.documents.delete(document);
    this.documents.set(document, known); // the latest last
    const [oldest] = this.documents.keys();
    if (this.documents.size > maxDocuments && oldest !== undefined) this.documents.delete(oldest);
    return known;
  }
}

export class ClientIds {
  private readonly bindings = new Map<number, Binding>();

  /** Takes what the log, or a peer, says. */
  learn(owners: Iterable<readonly [client: number, person: string]>, isKept: boolean): void {
    for (const [client, person] of owners) {
      const known = this.bindings.get(client);
      if (known?.isKept === true) continue;
      this.bindings.set(client, { person, isSettled: true, isKept });
    }
  }

  /** Binds an id that nobody has to a person; false when it is another person's. */
  claim(client: number, person: string): boolean {
    const binding = this.bindings.get(client);
    if (binding === undefined) {
      this.bindings.set(client, { person, isSettled: false, isKept: false });
      if (this.bindings.size > maxClaims) this.forgetOldest();
    }
    return binding === undefined || binding.person === person;
  }

  private forgetOldest(): void {
    for (const [client, { isKept, isSettled }] of this.bindings) {
      if (isKept || !isSettled) continue;
      this.bindings.delete(client);
      return;
    }
  }

  settle(client: number): void {
    const binding = this.bindings.get(client);
    if (binding !== undefined) binding.isSettled = true;
  }

  /** Forgets a claim that was not settled, since its session has left. */
  release(client: number): void {
    if (this.bindings.get(client)?.isSettled === false) this.bindings.delete(client);
  }

  /** Gives ids that nobody has to a person for good. */
  own(clients: Iterable<number>, person: string): void {
    for (const client of clients) {
      if (!this.bindings.has(client)) this.bindings.set(client, { person, isSettled: true, isKept: false });
    }
  }

  /** May a session of this person add content under these ids? */
  mayWrite(person: string, clients: Iterable<number>): boolean {
    for (const client of clients) {
      const binding = this.bindings.get(client);
      if (binding?.isSettled === true && binding.person !== person) return false;
    }
    return true;
  }

  /** Those of these ids that belong to the person and that the log does not know yet; it is about to be told. */
  takeUnkept(person: string, clients: Iterable<number>): readonly number[] {
    const unkept: number[] = [];
    for (const client of clients) {
      const binding = this.bindings.get(client);
      if (binding === undefined || !binding.isSettled || binding.isKept || binding.person !== person) continue;
      binding.isKept = true;
      unkept.push(client);
    }
    return unkept;
  }
}
