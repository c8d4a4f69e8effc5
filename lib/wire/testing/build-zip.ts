import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** Of Unix, with the kind of file; none is told when absent. */
  readonly mode?: number;
  readonly isEncrypted?: true;
  /** Told in the place of the data's own size or checksum. */
  readonly told?: { readonly bytes?: number; readonly crc?: number };
}

function describe({ name, data, isEncrypted, told }: ZipEntry, packed: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(isEncrypted ? 1 : 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(told?.crc ?? crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(told?.bytes ?? data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name, "latin1"), 22);
  return fields;
}

const signature = (number: number) => Buffer.from([0x50, 0x4b, number, number + 1]);

/** A zip file byte by byte, so that it can also be what no honest program writes. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data);
    const fields = describe(entry, packed);
    const name = Buffer.from(entry.name, "latin1");
    const file = Buffer.concat([signature(3), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(1), Buffer.from([20, 3]), fields, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, signature(5), end]);
}
