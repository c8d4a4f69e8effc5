import { decodeBase64 } from "@/lib/http/body/base64";

/** Decodes base64, also with the line breaks that MIME encoders and `base64` put in. @throws as `decodeBase64` */
export function decodeText(text: string, bytesMax: number, refuse?: Parameters<typeof decodeBase64>[2]): Uint8Array {
  const plain = /\s/.test(text) ? text.replaceAll(/\s+/g, "") : text;
  return decodeBase64(plain, bytesMax, refuse);
}
