import { endianness } from "node:os";
import { deriveKey } from "@/lib/config/secrets";
import { sealBytes, unsealBytes } from "@/lib/db/sealed-bytes";

const floatBytes = 4;

/** The key under which embeddings are sealed: 32 bytes, of no use for anything else. */
export function embeddingKey(): Buffer {
  return deriveKey("embedding");
}

/**
 * What a row of `Face` keeps of an embedding: little-endian float32 numbers, AES-256-GCM under a key derived from the
 * master key, bound to the face's id in lower case.
 */
export function sealEmbedding(faceId: string, embedding: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(embedding.length * floatBytes);
  for (const [index, value] of embedding.entries()) bytes.writeFloatLE(value, index * floatBytes);
  return sealBytes(embeddingKey(), bytes, boundTo(faceId));
}

/** Inverse of `sealEmbedding`. @throws Error when the master key, the bytes or the face are others */
export function openEmbedding(faceId: string, sealed: Uint8Array): Float32Array {
  return openEmbeddingWith(embeddingKey(), faceId, sealed);
}

/** `openEmbedding` for many faces, and for threads that were handed the key. */
export function openEmbeddingWith(key: Buffer, faceId: string, sealed: Uint8Array): Float32Array {
  const bytes = unsealBytes(key, sealed, boundTo(faceId));
  if (endianness() === "BE") bytes.swap32();
  const embedding = new Float32Array(bytes.length / floatBytes);
  new Uint8Array(embedding.buffer).set(bytes);
  return embedding;
}

/** What another face's row keeps of the same embedding. */
export function resealEmbedding(key: Buffer, sealed: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  return sealBytes(key, unsealBytes(key, sealed, boundTo(from)), boundTo(to));
}

function boundTo(faceId: string): string {
  return `${faceId.toLowerCase()} embedding`;
}
