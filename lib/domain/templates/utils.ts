import { crc32 } from "node:zlib";
import { AppError } from "@/lib/errors/app-error";

/** An embedding and the networks that made it. */
export interface Template {
  readonly modelTag: string;
  readonly embedding: Float32Array;
}

/**
 * The binary form, all numbers little-endian: "FTPL", u16 version of the form, u16 bytes of the tag, u32 count of
 * numbers, u32 CRC-32 of all the rest; the tag in UTF-8, with zeros up to the next multiple of four; float32 numbers.
 */
const magic = "FTPL";
const formVersion = 1;
const headBytes = 16;

const checksumAt = 12;

const padded = (length: number) => Math.ceil(length / 4) * 4;

export function packTemplate({ modelTag, embedding }: Template): Uint8Array {
  const tag = new TextEncoder().encode(modelTag);
  const start = headBytes + padded(tag.length);
  const bytes = new Uint8Array(start + 4 * embedding.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic), 0);
  view.setUint16(4, formVersion, true);
  view.setUint16(6, tag.length, true);
  view.setUint32(8, embedding.length, true);
  bytes.set(tag, headBytes);
  for (const [at, number] of embedding.entries()) view.setFloat32(start + 4 * at, number, true);
  view.setUint32(checksumAt, checksumOf(bytes), true);
  return bytes;
}

function checksumOf(bytes: Uint8Array): number {
  return crc32(bytes.subarray(headBytes), crc32(bytes.subarray(0, checksumAt)));
}

const refused = (detail: string) => new AppError("invalid_request", detail);

/** @throws AppError `invalid_request` for what is no template, one of a later form, and one that was changed or cut */
export function unpackTemplate(bytes: Uint8Array): Template {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headBytes || new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) {
    throw refused("This is not a template of this server");
  }
  const version = view.getUint16(4, true);
  if (version !== formVersion) throw refused(`Templates of version ${version} are not supported`);
  const [tagBytes, count] = [view.getUint16(6, true), view.getUint32(8, true)];
  const start = headBytes + padded(tagBytes);
  const isWhole = bytes.length === start + 4 * count && view.getUint32(checksumAt, true) === checksumOf(bytes);
  if (!isWhole) throw refused("The template is damaged or incomplete");
  const modelTag = new TextDecoder().decode(bytes.subarray(headBytes, headBytes + tagBytes));
  const embedding = Float32Array.from({ length: count }, (_, at) => view.getFloat32(start + 4 * at, true));
  return { modelTag, embedding };
}
