import { sealBytes, unsealBytes } from "@/lib/db/sealed-bytes";

/** Encrypts as `sealBytes` does; `boundTo` is what must be named again to read it. */
export function seal(key: Buffer, text: string, boundTo: string): Uint8Array<ArrayBuffer> {
  return sealBytes(key, Buffer.from(text, "utf8"), boundTo);
}

/** Inverse of `seal`. @throws Error when the key, the bytes or `boundTo` differ from those sealed with */
export function unseal(key: Buffer, sealed: Uint8Array, boundTo: string): string {
  return unsealBytes(key, sealed, boundTo).toString("utf8");
}
