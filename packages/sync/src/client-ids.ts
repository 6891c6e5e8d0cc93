// Owns which person a Yjs client id belongs to (SPEC.md X6-X8): as the log says, and as the sessions of a room have claimed since.

interface Binding {
  readonly person: string;
  /** True once a session of the person has claimed the id and delivered all that it had: from then on only that person writes under it. */
  isSettled: boolean;
  /** True once the log has it or is about to. */
  isKept: boolean;
}

export class ClientIds {
  private readonly bindings = new Map<number, Binding>();

  /** Takes what the log, or another server, says. */
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
    if (binding === undefined) this.bindings.set(client, { person, isSettled: false, isKept: false });
    return binding === undefined || binding.person === person;
  }

  settle(client: number): void {
    const binding = this.bindings.get(client);
    if (binding !== undefined) binding.isSettled = true;
  }

  /** Forgets a claim that was not settled, since its session has left. */
  release(client: number): void {
    if (this.bindings.get(client)?.isSettled === false) this.bindings.delete(client);
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
