// An update as decoded, and what is checked of it before Yjs may apply it, since Y.applyUpdate is not atomic (SPEC.md H3-H6).
// It needs no document: see causality.ts for what does.
import * as Y from 'yjs';
import { MalformedMessageError } from '../errors.ts';
import type { Limits } from '../limits.ts';

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface DecodedUpdate {
  readonly structs: readonly Struct[];
  /** Deleted ranges by client id. */
  readonly deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
  /** False when bytes follow the update, which no decoder reads. */
  readonly isExact: boolean;
}

/** Decodes a Yjs v1 update without applying it. Throws MalformedMessageError when it cannot be decoded or holds what H3-H5 forbid. */
export function decodeUpdate(bytes: Uint8Array, limits: Limits): DecodedUpdate {
  let reader: SectionReader | null = null;
  function Decoder(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]): SectionReader {
    reader = new SectionReader(decoder);
    return reader;
  }
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdateV2(bytes, Decoder as unknown as typeof Y.UpdateDecoderV1);
  } catch (cause) {
    throw new MalformedMessageError('not a Yjs update', { cause });
  }
  const update = { structs: decoded.structs, deletions: decoded.ds.clients, isExact: endOf(reader) === bytes.length };
  checkSize(update, limits);
  update.deletions.forEach(checkRanges);
  for (const struct of update.structs) {
    if (struct instanceof Y.Item) checkContent(struct.content, limits);
  }
  return update;
}

/** Decodes an update of the log, whose content was checked when it was accepted. Throws what Yjs throws. */
export function decodeTrusted(bytes: Uint8Array): DecodedUpdate {
  const { structs, ds } = Y.decodeUpdate(bytes);
  return { structs, deletions: ds.clients, isExact: true };
}

/** Of two sections for one client id Yjs would apply only the last, and merge both: an empty one would hide the other until a restart. */
class SectionReader extends Y.UpdateDecoderV1 {
  private readonly clients = new Set<number>();

  override readClient(): number {
    const client = super.readClient();
    if (this.clients.has(client)) throw new MalformedMessageError('one client id in two places');
    this.clients.add(client);
    return client;
  }
}

function endOf(reader: Pick<SectionReader, 'restDecoder'> | null): number {
  return reader?.restDecoder.pos ?? 0;
}

function checkSize({ structs, deletions }: Pick<DecodedUpdate, 'structs' | 'deletions'>, limits: Limits): void {
  let length = 0;
  const clients = new Set<number>();
  for (const struct of structs) {
    length += struct.length;
    clients.add(struct.id.client);
  }
  let ranges = 0;
  for (const deleted of deletions.values()) ranges += deleted.length;
  if (structs.length + ranges > limits.updateStructs) throw new MalformedMessageError('too many structs in one update');
  if (clients.size > limits.updateClients) throw new MalformedMessageError('too many client ids in one update');
  if (length > limits.updateLength) throw new MalformedMessageError('more content than one update may claim');
}

/** Every client sorts and joins them. Yjs walks through all that a range names, so that one named again and again costs the square. */
function checkRanges(ranges: readonly { readonly clock: number; readonly len: number }[]): void {
  let end = 0;
  for (const { clock, len } of ranges) {
    if (clock < end) throw new MalformedMessageError('deleted ranges that do not follow each other');
    end = clock + len;
  }
}

function checkContent(content: Y.Item['content'], limits: Limits): void {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return;
  if (content instanceof Y.ContentType) {
    // An own Y.XmlHook class is nothing that a document of ours holds.
    if (content.type instanceof Y.XmlHook) throw new MalformedMessageError('a content kind that is not allowed');
    return;
  }
  if (content instanceof Y.ContentFormat) return checkJson(content.value, limits.jsonDepth);
  if (content instanceof Y.ContentEmbed) return checkJson(content.embed, limits.jsonDepth);
  if (content instanceof Y.ContentAny) return content.arr.forEach((value) => checkJson(value, limits.jsonDepth));
  throw new MalformedMessageError('a content kind that is not allowed'); // subdocuments, binary, the retired JSON kind
}

/** Throws MalformedMessageError unless `value` is plain JSON (or undefined) of at most `depth` levels. */
export function checkJson(value: unknown, depth: number): void {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') return;
  if (typeof value !== 'object' || value instanceof Uint8Array) throw new MalformedMessageError('a value that JSON does not have');
  if (depth === 0) throw new MalformedMessageError('JSON that is nested too deep');
  for (const inner of Object.values(value)) checkJson(inner, depth - 1);
}

/** Merges a client's updates into one, before anything of them is applied. Throws MalformedMessageError when they do not fit together. */
export function mergeUntrusted(updates: readonly Uint8Array[]): Uint8Array {
  try {
    return Y.mergeUpdates([...updates]);
  } catch (cause) {
    throw new MalformedMessageError('updates that cannot be merged', { cause });
  }
}
