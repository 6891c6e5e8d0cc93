// Lines as a mail program quotes them ("> text"), without the signs of quoting.
import type { NumberedLine } from '../../wording/unrecognised.ts';
import { quoteDepth } from '../line-head.ts';

/** The lines under a question that was itself quoted so deep; what its reader wrote between them stays as it is. */
export function unquoted(lines: readonly NumberedLine[], depth: number): readonly NumberedLine[] {
  if (depth === 0) return lines;
  const sign = new RegExp(`^(?:[ \\t]?>){1,${depth}} ?`);
  return lines.map((it) => (quoteDepth(it.text) === 0 ? it : { number: it.number, text: it.text.replace(sign, '') }));
}
