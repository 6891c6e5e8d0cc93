// The meters of what is counted as it happens. No label names a person, a round or a document: their number has no bound.
import { type AppendFacts, closeCodes, type CloseCode, type RefusalReason, refusalReasons } from '@chancery/sync';
import { Counter, Histogram } from './exposition.ts';

/** From a single commit on a quiet machine to a database that hardly answers. */
const commitBounds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.5, 1, 5];
const closeNames = new Map<number, string>(Object.entries(closeCodes).map(([name, code]) => [code, name]));

export class Meters {
  readonly #commits = new Histogram('chancery_commit_seconds', 'Time of one append to the log, for all documents in it.', commitBounds);
  readonly #documents = new Counter('chancery_appended_documents_total', 'Documents written by appends, each append counted.');
  readonly #updates = new Counter('chancery_appended_updates_total', 'Rows appended to the log.');
  readonly #bytes = new Counter('chancery_appended_bytes_total', 'Bytes of the updates appended to the log.');
  readonly #compactions = new Counter('chancery_log_compactions_total', 'Documents whose log was made into a snapshot.');
  readonly #closed = new Counter('chancery_closed_sessions_total', 'Sessions that the engine closed, by close code.', {
    name: 'reason',
    values: [...closeNames.values()],
  });
  readonly #refused = new Counter('chancery_refused_content_total', 'Content that did not enter its document, by reason.', {
    name: 'reason',
    values: refusalReasons,
  });
  readonly #requests = new Counter('chancery_http_requests_total', 'HTTP requests answered, by class of status.', {
    name: 'status',
    values: ['2xx', '3xx', '4xx', '5xx'],
  });

  get families() {
    return [
      this.#commits,
      this.#documents,
      this.#updates,
      this.#bytes,
      this.#compactions,
      this.#closed,
      this.#refused,
      this.#requests,
    ] as const;
  }

  appended({ documents, updates, bytes, ms }: AppendFacts): void {
    this.#commits.observe(ms / 1000);
    this.#documents.add(documents);
    this.#updates.add(updates);
    this.#bytes.add(bytes);
  }

  compacted(): void {
    this.#compactions.add();
  }

  closed(code: CloseCode): void {
    this.#closed.add(1, closeNames.get(code) ?? 'other');
  }

  refused(reason: RefusalReason): void {
    this.#refused.add(1, reason);
  }

  answered(status: number): void {
    this.#requests.add(1, `${Math.floor(status / 100)}xx`);
  }
}
