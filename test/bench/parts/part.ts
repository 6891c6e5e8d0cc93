// What a measurement is: a name to select it by, a sentence on what is counted, and the measuring.

import type { Figure } from '../figure.ts';

export interface Part {
  readonly name: string;
  /** What is inside of the figures and what is not. */
  readonly counted: string;
  /** Leaves no process and no file behind. */
  readonly measure: () => Promise<readonly Figure[]>;
}
