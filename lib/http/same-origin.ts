import { config } from "@/lib/config/env";
import { AppError } from "@/lib/errors/app-error";

/**
 * Refuses a change that a page of another site asked for, which the browser would send with the user's cookie.
 *
 * `Sec-Fetch-Site` comes from the browser itself and decides alone where it is there: behind a proxy that changes
 * `Host` no other header tells. Browsers leave it out on plain http to other machines; there `Origin` must name the
 * host that was asked or the configured one. A request with neither is refused: no browser of ours sends such a one.
 *
 * @throws AppError `forbidden`
 */
export function requireSameOrigin({ headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  if (site === null ? isOwnOrigin(headers) : site === "same-origin") return;
  throw new AppError("forbidden", "This request did not come from a page of this server.");
}

function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.get("host")?.toLowerCase() || origin === new URL(config().publicUrl).origin;
}
