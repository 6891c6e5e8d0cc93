// A reporter of Vitest for what went wrong outside of any test, which its JSON report leaves out: a rejection that nobody handled, a worker that
// fell silent. Writes the messages, as JSON, to the file that CHANCERY_ERRORS_OUTSIDE names.
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError } from 'vitest/node';

/** Vitest asks for a default export. */
export default class ErrorsOutside implements Reporter {
  onTestRunEnd(_modules: unknown, errors: readonly SerializedError[]): void {
    const file = process.env['CHANCERY_ERRORS_OUTSIDE'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(errors.map(({ message }) => message)));
  }
}
