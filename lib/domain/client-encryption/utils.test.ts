import { createCipheriv } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decrypt, isPublished, makePair } from "./utils";

const pair = { encryptionKey: "0123456789abcdef0123456789abcdef", encryptionIv: "0123456789ab" };
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

function encrypt(bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", pair.encryptionKey, pair.encryptionIv);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

describe("decrypt", () => {
  it("opens what stands before its tag, into bytes that may be transferred", () => {
    const open = decrypt(encrypt(photo), pair);
    expect(open).toEqual(photo);
    expect(open?.buffer.byteLength).toBe(photo.length);
  });

  it("opens a ciphertext that was made by another program", () => {
    // Made with `AESGCM(key).encrypt(iv, b"mien", None)` of the Python package cryptography.
    const sealed = Buffer.from("9MCCVB8HznMoRe6lSWXP3jrUSUo=", "base64");
    expect(Buffer.from(decrypt(sealed, pair) ?? []).toString()).toBe("mien");
  });

  it("gives nothing for another key, another vector, a changed byte and too few bytes", () => {
    const sealed = encrypt(photo);
    expect(decrypt(sealed, { ...pair, encryptionKey: "x".repeat(32) })).toBeNull();
    expect(decrypt(sealed, { ...pair, encryptionIv: "x".repeat(12) })).toBeNull();
    expect(
      decrypt(
        sealed.map((byte, at) => (at === 2 ? byte ^ 1 : byte)),
        pair,
      ),
    ).toBeNull();
    expect(decrypt(sealed.subarray(0, 15), pair)).toBeNull();
    expect(decrypt(new Uint8Array(0), pair)).toBeNull();
  });
});

describe("makePair", () => {
  it("makes letters and digits of the right lengths, never twice the same", () => {
    const pairs = Array.from({ length: 50 }, makePair);
    for (const { encryptionKey, encryptionIv } of pairs) {
      expect(encryptionKey).toMatch(/^[A-Za-z0-9]{32}$/);
      expect(encryptionIv).toMatch(/^[A-Za-z0-9]{12}$/);
    }
    expect(new Set(pairs.map(({ encryptionKey }) => encryptionKey)).size).toBe(50);
    expect(pairs.some(isPublished)).toBe(false);
  });
});
