// The depths at which the shared types of an update would lie in a document: Yjs deletes and reads them recursively (SPEC.md H5).
import * as Y from 'yjs';
import type { Struct } from './decoded-update.ts';
import { MalformedMessageError } from '../errors.ts';

export class TypeDepths {
  private readonly doc: Y.Doc;
  private readonly maxDepth: number;
  /** Structs of the update by client id, in clock order, each with the number of types it lies in. */
  private readonly entered = new Map<number, { readonly struct: Struct; readonly depth: number }[]>();

  private constructor(doc: Y.Doc, maxDepth: number) {
    this.doc = doc;
    this.maxDepth = maxDepth;
  }

  /** Null when the update brings no type, as mere typing does: then there is nothing to measure. */
  static for(doc: Y.Doc, structs: readonly Struct[], maxDepth: number): TypeDepths | null {
    const bringsTypes = structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType);
    return bringsTypes ? new TypeDepths(doc, maxDepth) : null;
  }

  /** Takes the next struct in the order of integration. Throws MalformedMessageError when a type lies too deep. */
  enter(struct: Struct): void {
    const depth = struct instanceof Y.Item ? this.depthOf(struct) : 0;
    if (depth > this.maxDepth) throw new MalformedMessageError('types that are nested too deep');
    const entered = this.entered.get(struct.id.client);
    if (entered === undefined) this.entered.set(struct.id.client, [{ struct, depth }]);
    else entered.push({ struct, depth });
  }

  private depthOf(item: Y.Item): number {
    const parent: unknown = item.parent;
    if (parent instanceof Y.ID) return this.depthAt(parent) + 1;
    const sibling = item.origin ?? item.rightOrigin;
    return sibling === null ? 1 : this.depthAt(sibling);
  }

  private depthAt(id: Y.ID): number {
    if (id.clock >= Y.getState(this.doc.store, id.client)) return this.depthInUpdate(id);
    const struct: unknown = Y.getItem(this.doc.store, id);
    if (!(struct instanceof Y.Item)) return 0;
    let depth = 0;
    for (let type = struct.parent; type instanceof Y.AbstractType; type = type._item?.parent ?? null) depth += 1;
    return depth;
  }

  private depthInUpdate(id: Y.ID): number {
    const entered = this.entered.get(id.client) ?? [];
    let from = 0;
    let to = entered.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if ((entered[middle]?.struct.id.clock ?? 0) <= id.clock) from = middle;
      else to = middle - 1;
    }
    return entered[from]?.depth ?? 0;
  }
}
