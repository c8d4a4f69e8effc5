import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + ivBytes + tagBytes;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a 32-byte key.
 * `boundTo` is authenticated but not stored: the same words are needed to read it, so a ciphertext copied
 * into another row does not open there.
 *
 * @returns version byte, 12-byte random IV, 16-byte tag, ciphertext
 */
export function sealBytes(key: Buffer, bytes: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]));
}

/** Inverse of `sealBytes`. @throws Error when the key, the bytes or `boundTo` differ from those sealed with */
export function unsealBytes(key: Buffer, sealed: Uint8Array, boundTo: string): Buffer {
  if (sealed.length < headerBytes || sealed[0] !== version) throw new Error("These are not sealed bytes.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(1 + ivBytes, headerBytes));
  const body = decipher.update(sealed.subarray(headerBytes));
  decipher.final();
  return body;
}
