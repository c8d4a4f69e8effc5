import { createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { EncryptionPair } from "./types";

const tagBytes = 16;

/** Letters and digits only: a leading hyphen or a `$` would ask for quotes in the files of clients. */
function randomLetters(count: number): string {
  let text = "";
  while (text.length < count) text += randomBytes(count).toString("base64").replaceAll(/[+/=]/g, "");
  return text.slice(0, count);
}

export const makePair = (): EncryptionPair => ({ encryptionKey: randomLetters(32), encryptionIv: randomLetters(12) });

/**
 * Opens what `AES/GCM/NoPadding` of Java makes: the ciphertext with the tag behind it. Owns its ArrayBuffer, so it may
 * be transferred.
 *
 * @returns null when it was made with another pair or changed since
 */
export function decrypt(sealed: Uint8Array, { encryptionKey, encryptionIv }: EncryptionPair): Uint8Array | null {
  if (sealed.length < tagBytes) return null;
  const [key, iv] = [Buffer.from(encryptionKey, "utf8"), Buffer.from(encryptionIv, "utf8")];
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const open = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return Uint8Array.from(open);
}

// Of the pair that the operation manual of SenseID Private Cloud prints (docs.japancv.co.jp, chapter 2.1).
const publishedPairHash = "74ce9c6e46bbf40570105e365f8d5021c18d39718a755ef0ef3ea62103487d97";

/** Whether anybody can read this pair in the vendor's manual. */
export function isPublished({ encryptionKey, encryptionIv }: EncryptionPair): boolean {
  return createHash("sha256").update(`${encryptionKey} ${encryptionIv}`).digest("hex") === publishedPairHash;
}
