// The styles of a document: what a paragraph or a run looks like before its own properties.
import { child, childrenOf, numberIn, valueOf, type XmlElement } from '../package/xml.ts';

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly hidden?: boolean;
  readonly font?: string;
  readonly position?: 'superscript' | 'subscript' | 'baseline';
  readonly isColoured?: boolean;
}

interface Style {
  /** As it is known in every language, in lower case and without blanks: `heading1`, `tabletext`. */
  readonly name: string;
  readonly basedOn: string | null;
  readonly look: Look;
  readonly paragraph: XmlElement | undefined;
}

const maxBases = 20;

/** The styles by id. A style that is not there looks like nothing. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaultParagraph: string;

  constructor(root: XmlElement | null) {
    let defaultParagraph = '';
    for (const style of childrenOf(root ?? undefined, 'w:style')) {
      const id = style.attributes.get('w:styleId') ?? '';
      const name = (valueOf(style, 'w:name') ?? id).replaceAll(/\s/g, '').toLowerCase();
      const basedOn = valueOf(style, 'w:basedOn') ?? null;
      this.#styles.set(id, { name, basedOn, look: lookOf(child(style, 'w:rPr')), paragraph: child(style, 'w:pPr') });
      if (style.attributes.get('w:type') === 'paragraph' && isOn(style.attributes.get('w:default'), false)) defaultParagraph = id;
    }
    this.#defaultParagraph = defaultParagraph;
  }

  /** The names of all styles. */
  get names(): ReadonlySet<string> {
    return new Set([...this.#styles.values()].map((it) => it.name));
  }

  /** The name of the paragraph style with that id; the id itself where the file does not say. */
  nameOf(id: string | undefined): string {
    return this.#styles.get(id ?? this.#defaultParagraph)?.name ?? (id ?? '').toLowerCase();
  }

  /** The look of a style with those it stands on; its own wins. */
  look(id: string | undefined): Look {
    return Object.assign({}, ...this.#bases(id).map((it) => it.look));
  }

  /** Elements of that name in the paragraph properties of a style and those it stands on, the nearest last. */
  paragraphs(id: string | undefined, name: string): readonly XmlElement[] {
    return this.#bases(id ?? this.#defaultParagraph).flatMap((it) => child(it.paragraph, name) ?? []);
  }

  #bases(id: string | undefined): readonly Style[] {
    const bases: Style[] = [];
    for (let next = id; next !== undefined && bases.length < maxBases; ) {
      const style = this.#styles.get(next);
      if (style === undefined) break;
      bases.unshift(style);
      next = style.basedOn ?? undefined;
    }
    return bases;
  }
}

/** What run properties say; what they do not say is left out. */
export function lookOf(properties: XmlElement | undefined): Look {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = {};
  for (const { name, attributes } of properties?.children ?? []) {
    const value = attributes.get('w:val');
    if (name === 'w:b') look.bold = isOn(value);
    else if (name === 'w:i') look.italic = isOn(value);
    else if (name === 'w:u') look.underline = value !== 'none' && isOn(value);
    else if (name === 'w:color') look.isColoured = value !== 'auto';
    else if (name === 'w:vanish') look.hidden = isOn(value);
    else if (name === 'w:vertAlign') look.position = value === 'superscript' || value === 'subscript' ? value : 'baseline';
    else if (name === 'w:position') look.position ??= positionOf(numberIn(value) ?? 0);
    else if (name === 'w:rFonts') look.font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? attributes.get('w:cs') ?? '';
  }
  return look;
}

/** LibreOffice raises and lowers by a distance, in half points. */
function positionOf(distance: number): NonNullable<Look['position']> {
  return distance === 0 ? 'baseline' : distance > 0 ? 'superscript' : 'subscript';
}

/** ST_OnOff: an element alone means on. */
export function isOn(value: string | undefined, absent = true): boolean {
  return value === undefined ? absent : !/^(?:0|false|off)$/.test(value);
}

/** The left indent of paragraph properties in twentieths of a point; undefined where they do not say. */
export function indentOf(indent: XmlElement | undefined): number | undefined {
  return numberIn(indent?.attributes.get('w:left') ?? indent?.attributes.get('w:start'));
}
