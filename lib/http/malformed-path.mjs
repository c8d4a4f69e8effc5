/** One character of a URL's path, or one whole UTF-8 sequence of percent escapes (RFC 3629 §4). */
const character = [
  "[^%]",
  "%[0-7][0-9a-f]",
  "%(?:c[2-9a-f]|d[0-9a-f])%[89ab][0-9a-f]",
  "%e0%[ab][0-9a-f]%[89ab][0-9a-f]",
  "%e[1-9a-cef]%[89ab][0-9a-f]%[89ab][0-9a-f]",
  "%ed%[89][0-9a-f]%[89ab][0-9a-f]",
  "%f0%[9ab][0-9a-f]%[89ab][0-9a-f]%[89ab][0-9a-f]",
  "%f[1-3]%[89ab][0-9a-f]%[89ab][0-9a-f]%[89ab][0-9a-f]",
  "%f4%8[0-9a-f]%[89ab][0-9a-f]%[89ab][0-9a-f]",
].join("|");

const malformed = `(?!(?:${character})*$).*`;

/**
 * Leads paths whose percent escapes cannot be decoded to the wire's own answer for unknown paths. Next would try to
 * decode them for its dynamic routes and answer 500 in plain text before any handler runs.
 */
export async function rewriteMalformedPaths() {
  return {
    beforeFiles: ["/api/v1", "/k"].map((start) => ({
      source: `${start}/:rest(${malformed})`,
      destination: "/api/v1/-",
    })),
    afterFiles: [],
    fallback: [],
  };
}

/** Whether the part of a path after `/api/v1/` or `/k/` cannot be decoded; Next compiles the same expression. */
export const isMalformedPath = (/** @type {string} */ path) => new RegExp(`^${malformed}`, "i").test(path);
