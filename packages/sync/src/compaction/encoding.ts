// The attribution as bytes: columns of small numbers, since times and clocks lie close to those before them.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Attribution } from './attribution.ts';
import type { Run, Runs } from './runs.ts';
import { type Spell, Spells } from './spells.ts';

/** Of the bytes; raised when their meaning changes. */
const version = 1;

/** All of it, to go on from exactly here. */
export function encodeAttribution(attribution: Attribution): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, version);
  for (const { author } of attribution.spells.all) attribution.indexOf(author);
  encoding.writeVarUint(encoder, attribution.authors.length);
  for (const author of attribution.authors) {
    encoding.writeUint8(encoder, author === null ? 0 : 1);
    if (author === null) continue;
    encoding.writeVarString(encoder, author.person);
    encoding.writeVarString(encoder, author.agency);
  }
  writeSpells(encoder, attribution);
  writeRuns(encoder, attribution.written);
  writeRuns(encoder, attribution.deleted);
  return encoding.toUint8Array(encoder);
}

/** Null makes an empty one. Throws for bytes that a later program wrote. */
export function decodeAttribution(bytes: Uint8Array | null): Attribution {
  if (bytes === null) return new Attribution();
  const decoder = decoding.createDecoder(bytes);
  const found = decoding.readVarUint(decoder);
  if (found !== version) throw new Error(`attribution of version ${found}, which this program does not know`);
  const authors = times(decoding.readVarUint(decoder), () =>
    decoding.readUint8(decoder) === 0 ? null : { person: decoding.readVarString(decoder), agency: decoding.readVarString(decoder) },
  );
  const attribution = new Attribution(new Spells(readSpells(decoder, authors)));
  for (const author of authors) attribution.indexOf(author);
  readRuns(decoder, attribution.written);
  readRuns(decoder, attribution.deleted);
  return attribution;
}

function writeSpells(encoder: encoding.Encoder, attribution: Attribution): void {
  encoding.writeVarUint(encoder, attribution.spells.all.length);
  let before = 0;
  for (const { author, from, to, edits } of attribution.spells.all) {
    encoding.writeVarUint(encoder, attribution.indexOf(author));
    encoding.writeVarInt(encoder, from - before);
    encoding.writeVarInt(encoder, to - from); // below 0 when two servers' clocks differ
    encoding.writeVarUint(encoder, edits);
    before = from;
  }
}

function readSpells(decoder: decoding.Decoder, authors: readonly (Spell['author'] | undefined)[]): Spell[] {
  let before = 0;
  return times(decoding.readVarUint(decoder), () => {
    const author = authors[decoding.readVarUint(decoder)] ?? null;
    const from = before + decoding.readVarInt(decoder);
    const to = from + decoding.readVarInt(decoder);
    before = from;
    return { author, from, to, edits: decoding.readVarUint(decoder) };
  });
}

function writeRuns(encoder: encoding.Encoder, runs: Runs): void {
  const clients = [...runs.entries()];
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, of] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, of.length);
    let end = 0;
    let before = 0;
    for (const { clock, length, author, at } of of) {
      encoding.writeVarUint(encoder, clock - end);
      encoding.writeVarUint(encoder, length);
      encoding.writeVarUint(encoder, author);
      encoding.writeVarInt(encoder, at - before);
      end = clock + length;
      before = at;
    }
  }
}

function readRuns(decoder: decoding.Decoder, runs: Runs): void {
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder);
    let end = 0;
    let before = 0;
    const of = times(decoding.readVarUint(decoder), (): Run => {
      const clock = end + decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      const author = decoding.readVarUint(decoder);
      before += decoding.readVarInt(decoder);
      end = clock + length;
      return { clock, length, author, at: before };
    });
    runs.restore(client, of);
  }
}

/** `Array.from` with a length from damaged bytes would take the memory before it fails; this fails where the bytes end. */
function times<T>(count: number, read: () => T): T[] {
  const all: T[] = [];
  while (all.length < count) all.push(read());
  return all;
}
