import { sessionIdOf } from "@/lib/auth/next-auth-options";
import { requireSameOrigin } from "./same-origin";

/**
 * The id of the caller's browser session, for paths outside of the admin API; null without one.
 *
 * @throws AppError `forbidden` when a page of another site asks
 */
export async function ownSessionIdOf(request: Request): Promise<string | null> {
  requireSameOrigin(request);
  return sessionIdOf(request.headers);
}
