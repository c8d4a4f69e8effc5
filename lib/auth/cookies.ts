/** The cookies of a request by name; of a repeated name the first, as browsers send the most specific path first. */
export function readCookies(headers: Headers): Record<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    if (at > 0 && name !== "" && !cookies.has(name)) cookies.set(name, decode(pair.slice(at + 1).trim()));
  }
  return Object.fromEntries(cookies);
}

function decode(text: string): string {
  const value = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
