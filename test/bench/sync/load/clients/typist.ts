// The edits of one editor: the updates that Yjs emits while somebody types, written without a Yjs document of their own,
// which would cost the load more than the server spends on them.

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type FirstContent, type Paragraph, paragraphIn } from './first-content.ts';

/** So many characters are typed at one place; then the editor goes to another place of the paragraph. */
const charactersAtOnePlace = 20;
/** From one place to the next. It shares no divisor with the number of places, so that each is visited once. */
const stride = 7;
const letters = 'abcdefghijklmnopqrstuvwxyz ';
const stringContent = 4;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;

export class LoadTypist {
  readonly client: number;
  /** Characters so far, which is the next one's clock. */
  typed = 0;
  private readonly paragraph: Paragraph;

  constructor(client: number, paragraph: Paragraph) {
    this.client = client;
    this.paragraph = paragraph;
  }

  /** The update of the next character. */
  type(): Uint8Array {
    const clock = this.typed;
    const { offset, isFirstThere } = placeOf(clock, this.paragraph.length);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1); // client ids in the update
    encoding.writeVarUint(encoder, 1); // structs of it
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeUint8(encoder, stringContent | hasOrigin | hasRightOrigin);
    if (isFirstThere) writeId(encoder, this.paragraph.client, this.paragraph.clock + offset - 1);
    else writeId(encoder, this.client, clock - 1);
    writeId(encoder, this.paragraph.client, this.paragraph.clock + offset);
    encoding.writeVarString(encoder, letterAt(clock));
    encoding.writeVarUint(encoder, 0); // deletions
    this.typed += 1;
    return encoding.toUint8Array(encoder);
  }
}

/** Throws unless the first `count` updates are, byte for byte, those that Yjs emits for the same typing. */
export function checkAgainstYjs(first: FirstContent, count: number): void {
  const [paragraph] = first.paragraphs;
  if (paragraph === undefined) throw new Error('there is no paragraph to type in');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first.update);
  const typist = new LoadTypist(doc.clientID, paragraph);
  const text = paragraphIn(doc, 0);
  const emitted: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => emitted.push(update));
  for (let clock = 0; clock < count; clock += 1) {
    text.insert(positionOf(clock, paragraph.length), letterAt(clock));
    const byYjs = emitted.at(-1) ?? new Uint8Array();
    if (Buffer.compare(byYjs, typist.type()) !== 0) throw new Error(`the typing of character ${clock} is not what Yjs makes of it`);
  }
}

/** Where in the first content the character with this clock is typed: before its character `offset`. */
function placeOf(clock: number, length: number): { readonly offset: number; readonly isFirstThere: boolean } {
  const places = placesIn(length);
  const visit = Math.min(Math.floor(clock / charactersAtOnePlace), places - 1);
  return { offset: 1 + ((visit * stride) % places), isFirstThere: clock === visit * charactersAtOnePlace };
}

function placesIn(length: number): number {
  const places = length - 1;
  return places % stride === 0 ? places - 1 : places;
}

/** The index in the text as it then is. */
function positionOf(clock: number, length: number): number {
  const { offset } = placeOf(clock, length);
  let position = offset;
  for (let earlier = 0; earlier < clock; earlier += 1) if (placeOf(earlier, length).offset <= offset) position += 1;
  return position;
}

function letterAt(clock: number): string {
  return letters.charAt(clock % letters.length);
}

function writeId(encoder: encoding.Encoder, client: number, clock: number): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
