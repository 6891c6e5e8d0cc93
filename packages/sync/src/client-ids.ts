// Owns which person a Yjs client id belongs to, for as long as a room is in memory (SPEC.md X6-X8).

interface Binding {
  readonly person: string;
  /** True once a session of the person has claimed the id and delivered all that it had: from then on only that person writes under it. */
  isSettled: boolean;
}

export class ClientIds {
  private readonly bindings = new Map<number, Binding>();

  /** Binds an id that nobody has to a person; false when it is another person's. */
  claim(client: number, person: string): boolean {
    const binding = this.bindings.get(client);
    if (binding === undefined) this.bindings.set(client, { person, isSettled: false });
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
}
