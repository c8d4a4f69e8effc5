import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "./wire";

/** Origins as browsers send and schemas store them: lower case, no path. Empty: every origin may call. */
const listOf = (actor: Actor | undefined) => actor?.settings?.allowedOrigins ?? [];

function isAllowed(origin: string, actor: Actor | undefined): boolean {
  return listOf(actor).includes(origin.toLowerCase());
}

/**
 * Refuses pages that the service behind the key does not list. A request without `Origin` comes from no page.
 *
 * @throws AppError `forbidden`
 */
export function requireAllowedOrigin({ headers }: Request, actor: Actor): void {
  const origin = headers.get("origin");
  if (origin === null || listOf(actor).length === 0 || isAllowed(origin, actor)) return;
  throw new AppError("forbidden", "This service does not answer pages of this origin");
}

/** Where the service lists origins, narrows an answer that any page could read to the one that asked, or to none. */
export function narrowOrigins(response: Response, request: Request, actor: Actor | undefined): Response {
  if (listOf(actor).length === 0) return response;
  const origin = request.headers.get("origin");
  response.headers.append("vary", "Origin");
  if (origin !== null && isAllowed(origin, actor)) response.headers.set("access-control-allow-origin", origin);
  else response.headers.delete("access-control-allow-origin");
  return response;
}
