// The relationships of a part: what its ids stand for, and where the parts beside it are.
import type { XmlElement } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `hyperlink`, `styles`, `officeDocument`. */
  readonly kind: string;
  /** An address as it stands there, or the name of a part. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relationships of the part of that name by id. */
export function relationshipsIn(root: XmlElement, partName: string): ReadonlyMap<string, Relationship> {
  const found = root.children.flatMap(({ name, attributes }): (readonly [string, Relationship])[] => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((it) => attributes.get(it));
    if (name !== 'rels:Relationship' || id === undefined || type === undefined || target === undefined) return [];
    const isExternal = attributes.get('TargetMode') === 'External';
    return [
      [id, { id, kind: type.slice(type.lastIndexOf('/') + 1), target: isExternal ? target : resolved(target, partName), isExternal }],
    ];
  });
  return new Map(found);
}

/** The name of the part that holds the relationships of that part; of the whole file for ''. */
export function relationshipsPartOf(partName: string): string {
  const cut = partName.lastIndexOf('/') + 1;
  return `${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`;
}

function resolved(target: string, partName: string): string {
  const steps = target.startsWith('/') ? [] : partName.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
