import { decodeBase64 } from "@/lib/http/body/base64";
import { SenseidError } from "./errors";

/** GCM's tag, which the encrypted file ends with. */
const tagBytes = 16;

const missingPadding = { 0: "", 2: "==", 3: "=" } as const;

/**
 * Decodes base64 as this vendor's clients send it: standard or URL-safe alphabet, line breaks anywhere, with or without
 * padding, a `data:` prefix maybe.
 *
 * @throws SenseidError `invalid argument` for anything else and for nothing; AppError `file_too_large`
 */
export function decodeLoosely(text: string, bytesMax: number): Uint8Array {
  const standard = text
    .replace(/^data:[^,]{0,100};base64,/i, "")
    .replaceAll(/\s+/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  if (standard === "") throw new SenseidError("invalid argument");
  const padding = missingPadding[(standard.length % 4) as 0 | 2 | 3] ?? "";
  return decodeBase64(standard + padding, bytesMax + tagBytes, () => new SenseidError("invalid argument"));
}
