// The meters of what is counted as it happens. No label names a person, a round or a document: their number has no bound.
import { type AppendFacts, closeCodes, type CloseCode, type RefusalReason, refusalReasons } from '@chancery/sync';
import { Counter, Histogram, type Metric } from 'prom-client';
import { unregistered } from './exposition.ts';

/** From a single commit on a quiet machine to a database that hardly answers. */
const commitBounds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.5, 1, 5];
const closeNames = new Map<number, string>(Object.entries(closeCodes).map(([name, code]) => [code, name]));

export class Meters {
  readonly #commits = new Histogram({
    ...unregistered('chancery_commit_seconds', 'Time of one append to the log, for all documents in it.'),
    buckets: commitBounds,
  });
  readonly #documents = count('chancery_appended_documents_total', 'Documents written by appends, each append counted.');
  readonly #updates = count('chancery_appended_updates_total', 'Rows appended to the log.');
  readonly #bytes = count('chancery_appended_bytes_total', 'Bytes of the updates appended to the log.');
  readonly #compactions = count('chancery_log_compactions_total', 'Documents whose log was made into a snapshot.');
  readonly #closed = count('chancery_closed_sessions_total', 'Sessions that the engine closed, by close code.', {
    label: 'reason',
    values: [...closeNames.values()],
  });
  readonly #refused = count('chancery_refused_content_total', 'Content that did not enter its document, by reason.', {
    label: 'reason',
    values: refusalReasons,
  });
  readonly #requests = count('chancery_http_requests_total', 'HTTP requests answered, by class of status.', {
    label: 'status',
    values: ['2xx', '3xx', '4xx', '5xx'],
  });

  get metrics(): readonly Metric[] {
    return [this.#commits, this.#documents, this.#updates, this.#bytes, this.#compactions, this.#closed, this.#refused, this.#requests];
  }

  appended({ documents, updates, bytes, ms }: AppendFacts): void {
    this.#commits.observe(ms / 1000);
    this.#documents.inc(documents);
    this.#updates.inc(updates);
    this.#bytes.inc(bytes);
  }

  compacted(): void {
    this.#compactions.inc();
  }

  closed(code: CloseCode): void {
    this.#closed.inc({ reason: closeNames.get(code) ?? 'other' });
  }

  refused(reason: RefusalReason): void {
    this.#refused.inc({ reason });
  }

  answered(status: number): void {
    this.#requests.inc({ status: `${Math.floor(status / 100)}xx` });
  }
}

/** A counter; `values` of its label are shown as 0 before anything is counted. */
function count(name: string, help: string, by?: { readonly label: string; readonly values: readonly string[] }): Counter {
  const counter = new Counter(unregistered(name, help, by?.label));
  for (const value of by?.values ?? []) counter.labels(value).inc(0);
  return counter;
}
