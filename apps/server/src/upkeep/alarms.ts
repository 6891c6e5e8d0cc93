// The alarms that an operator must see: documents that cannot be saved or read. A condition is raised once and cleared when it ends.

export class Alarms {
  readonly #raised = new Map<string, string>();

  raise(subject: string, sentence: string): void {
    this.#raised.set(subject, sentence);
  }

  clear(subject: string): void {
    this.#raised.delete(subject);
  }

  list(): readonly string[] {
    return [...this.#raised.values()];
  }
}
