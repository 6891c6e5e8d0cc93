// What others may use of compaction. It has no part in serving: a worker of its own does it.
export { Attribution, type Deed, type LoggedUpdate } from './attribution.ts';
export { type Compactable, type Compacted, compact } from './compact.ts';
export { decodeAttribution } from './encoding.ts';
export { attribute, type Line, linesOf, type AttributedPassage } from './passages.ts';
export type { Spell } from './spells.ts';
