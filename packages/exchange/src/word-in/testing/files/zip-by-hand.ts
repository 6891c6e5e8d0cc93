// A zip file written byte by byte, so that a test can spoil whatever it wants.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** 8 deflates, 0 stores; another one is written as it is claimed, with the data stored. */
  readonly method?: number;
  /** Data that is compressed already. */
  readonly raw?: Uint8Array;
  readonly flags?: number;
  /** Claims that are not the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Sizes behind the data, as programs write that do not know them before. */
  readonly hasDescriptor?: boolean;
  /** Sizes in the extra field of zip64. */
  readonly isZip64?: boolean;
  /** The place of another entry's data. */
  readonly sameAs?: string;
}

export interface ZipOptions {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: string;
  /** What the end claims about the number of entries. */
  readonly count?: number;
}

export function zipByHand(entries: readonly ZipEntry[], { before, after, comment = '', count }: ZipOptions = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(before ?? [])];
  const central: Buffer[] = [];
  const places = new Map<string, number>();
  let length = before?.length ?? 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const entry of entries) {
    const { name, data, method = 8, flags = 0, hasDescriptor = false, isZip64 = false, sameAs } = entry;
    const packed = entry.raw ?? (method === 8 ? deflateRawSync(data) : data);
    const crc = entry.crc ?? crc32(data);
    const [size, packedSize] = [entry.size ?? data.length, entry.packedSize ?? packed.length];
    const place = sameAs === undefined ? length : (places.get(sameAs) ?? 0);
    places.set(name, place);
    const head = { name, method, flags: flags | (hasDescriptor ? 8 : 0), crc, size, packedSize, isZip64 };
    if (sameAs === undefined) {
      add(localHeader(hasDescriptor ? { ...head, crc: 0, size: 0, packedSize: 0 } : head));
      add(Buffer.from(packed));
      if (hasDescriptor) add(numbers([0x08074b50, 4], [crc, 4], [packedSize, 4], [size, 4]));
    }
    central.push(centralHeader(head, place));
  }
  const start = length;
  for (const it of central) add(it);
  const total = count ?? entries.length;
  add(numbers([0x06054b50, 4], [0, 2], [0, 2], [total, 2], [total, 2], [length - start, 4], [start, 4], [comment.length, 2]));
  add(Buffer.from(comment));
  return Buffer.concat([...pieces, Buffer.from(after ?? [])]);
}

interface Head {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly isZip64: boolean;
}

function localHeader({ name, method, flags, crc, size, packedSize, isZip64 }: Head): Buffer {
  const extra = isZip64 ? numbers([1, 2], [16, 2], [size, 8], [packedSize, 8]) : Buffer.alloc(0);
  const [shown, shownPacked] = isZip64 ? [0xffffffff, 0xffffffff] : [size, packedSize];
  const file = Buffer.from(name);
  return Buffer.concat([
    numbers(
      [0x04034b50, 4],
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 4],
      [crc, 4],
      [shownPacked, 4],
      [shown, 4],
      [file.length, 2],
      [extra.length, 2],
    ),
    file,
    extra,
  ]);
}

function centralHeader({ name, method, flags, crc, size, packedSize, isZip64 }: Head, place: number): Buffer {
  const extra = isZip64 ? numbers([1, 2], [24, 2], [size, 8], [packedSize, 8], [place, 8]) : Buffer.alloc(0);
  const [shown, shownPacked, at] = isZip64 ? [0xffffffff, 0xffffffff, 0xffffffff] : [size, packedSize, place];
  const file = Buffer.from(name);
  return Buffer.concat([
    numbers([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4], [shownPacked, 4], [shown, 4]),
    numbers([file.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
    file,
    extra,
  ]);
}

/** Numbers with their sizes in bytes, the smallest byte first. */
function numbers(...values: readonly (readonly [number, 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    values.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      if (size === 8) bytes.writeBigUInt64LE(BigInt(value));
      else bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
