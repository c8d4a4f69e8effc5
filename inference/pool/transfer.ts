/** The same bytes with an ArrayBuffer to themselves, copied only when they share one (a slice, or Node's small-buffer pool, which must not be moved away). */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const isOwner = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isOwner ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}

/** A plain value ready to be posted: typed arrays own their buffers, and the list names the buffers to move. */
export interface Parcel {
  readonly value: unknown;
  readonly transferList: readonly ArrayBuffer[];
}

/**
 * Packs a value of plain objects, arrays, primitives and typed arrays. A typed array that covers its whole buffer is
 * moved (the sender's copy becomes empty); a view of a part is copied first, since a clone would carry the whole buffer.
 */
export function packParcel(value: unknown): Parcel {
  const buffers = new Set<ArrayBuffer>();
  return { value: pack(value, buffers), transferList: [...buffers] };
}

function pack(value: unknown, buffers: Set<ArrayBuffer>): unknown {
  if (value instanceof Float32Array || value instanceof Uint8Array) {
    const isOwner = value.buffer instanceof ArrayBuffer && value.buffer.byteLength === value.byteLength;
    const own = isOwner ? value : value.slice();
    buffers.add(own.buffer as ArrayBuffer);
    return own;
  }
  if (Array.isArray(value)) return value.map((item) => pack(item, buffers));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pack(member, buffers)]));
}
