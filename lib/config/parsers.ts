import { z } from "zod";

// Binary multiples, because CompreFace's server reads 5MB as 5 * 1024 * 1024 bytes.
const bytesPerUnit: Readonly<Record<string, number>> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** Bytes, written as `5242880`, `5MB` or `10M` (units of 1024, any case). */
export const byteSize = z.string().transform((text, context) => {
  const match = /^(\d{1,12})\s*([KMG]?)B?$/i.exec(text.trim());
  const bytes = match ? Number(match[1]) * (bytesPerUnit[(match[2] ?? "").toUpperCase()] ?? Number.NaN) : Number.NaN;
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  context.addIssue({ code: "custom", message: "must be a size such as 5MB, 10M or 5242880" });
  return z.NEVER;
});

/** A whole number from `min` to `max`, decimal digits only. */
export function wholeNumber(min: number, max: number) {
  return z.string().transform((text, context) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    context.addIssue({ code: "custom", message: `must be a whole number from ${min} to ${max}` });
    return z.NEVER;
  });
}

const flagValues: Readonly<Record<string, boolean>> = { true: true, false: false, "1": true, "0": false };

/** `true`, `false`, `1` or `0`, any case. */
export const flag = z.string().transform((text, context) => {
  const value = flagValues[text.trim().toLowerCase()];
  if (value !== undefined) return value;
  context.addIssue({ code: "custom", message: "must be true or false" });
  return z.NEVER;
});

/** A web address such as `https://faces.example.org`. */
export const webUrl = z.string().refine((text) => URL.canParse(text) && /^https?:\/\//i.test(text), {
  error: "must be a URL that starts with http:// or https://",
});

const loopbackHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Address of an identity provider: whoever can change what it answers can sign in as anybody, hence https. */
export const issuerUrl = webUrl.refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocol === "https:" || loopbackHosts.includes(hostname);
  },
  { error: "must be a URL that starts with https://" },
);

/** Domains of mail addresses, such as `example.org, example.com`. */
export const domainList = z.string().transform((text, context): readonly string[] => {
  const domains = text
    .toLowerCase()
    .split(",")
    .map((domain) => domain.trim());
  if (domains.every((domain) => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(domain))) return domains;
  context.addIssue({ code: "custom", message: "must be a list of domains such as example.org, example.com" });
  return z.NEVER;
});

// Not checked with URL: it refuses `postgresql://user@/db?host=/run/postgresql`, which pg understands.
export const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, {
  error: "must be a URL that starts with postgresql://",
});

/** One of the listed words, exactly. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, { error: `must be one of ${words.join(", ")}` });
}

/** Proxies in front of the server whose `X-Forwarded-For` entry is believed: a count, or true for one and false for none. */
export const proxyHops = z.string().transform((text, context) => {
  const word = text.trim().toLowerCase();
  const hops = word === "true" ? 1 : word === "false" ? 0 : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  if (hops >= 0) return hops;
  context.addIssue({ code: "custom", message: "must be true, false or the number of proxies, 0 to 99" });
  return z.NEVER;
});
