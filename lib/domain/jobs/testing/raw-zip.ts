import { crc32, deflateRawSync } from "node:zlib";

/** One entry of an archive, with lies where a test wants them. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly isDeflated?: boolean;
  readonly crc?: number;
  /** Unpacked size as the directory tells it. */
  readonly size?: number;
  /** Bit 0: encrypted. Bit 11: the name is UTF-8. */
  readonly flags?: number;
  readonly unixMode?: number;
  /** Takes the bytes of the first entry in the place of its own. */
  readonly isOverlapping?: boolean;
}

const utf8Flag = 1 << 11;

function fieldsOf({ name, content, isDeflated = false, crc, size, flags = utf8Flag }: RawEntry) {
  const plain = typeof content === "string" ? Buffer.from(content) : content;
  const packed = isDeflated ? deflateRawSync(plain) : plain;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(isDeflated ? 8 : 0, 4);
  fields.writeUInt32LE(crc ?? crc32(plain), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size ?? plain.length, 18);
  const rawName = Buffer.from(name);
  fields.writeUInt16LE(rawName.length, 22);
  return { fields, packed, rawName };
}

const signature = (number: number) => Buffer.from([0x50, 0x4b, number, number + 1]);

/** A zip archive byte by byte, as PKWARE's APPNOTE lays it out. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const { fields, packed, rawName } = fieldsOf(entry);
    const start = entry.isOverlapping ? 0 : offset;
    if (!entry.isOverlapping) {
      const body = Buffer.concat([signature(3), fields, rawName, packed]);
      bodies.push(body);
      offset += body.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.unixMode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(start, 10);
    directory.push(Buffer.concat([signature(1), Buffer.from([20, 3]), fields, rest, rawName]));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, signature(5), end]);
}
