// Newline-delimited JSON, read as it arrives, whatever the pieces it arrives in.
import type { ImportProgress } from '@chancery/contract';

/** The lines of a stream in order. A line that the stream broke off is left out. */
export async function* progressLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<ImportProgress, void, void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = `${rest}${piece.value}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as ImportProgress;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
