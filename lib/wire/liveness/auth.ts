import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { AppError } from "@/lib/errors/app-error";
import { hasBaseUrlKey } from "@/lib/http/base-url";
import { grantedScopeOf } from "@/lib/http/granted-scope";

/**
 * The check of `x-api-key`. A key that is unknown, of another service type or not allowed in the address gets one answer,
 * so that none can be probed for.
 *
 * @throws AppError `unauthenticated`
 */
export async function livenessKey(request: Request) {
  const granted = grantedScopeOf(request);
  if (granted?.serviceType === "LIVENESS") return granted;
  const key = request.headers.get("x-api-key");
  if (key === null) throw new AppError("unauthenticated", "The header x-api-key is missing.");
  const scope = await resolveApiKey(key);
  const isOpen = !hasBaseUrlKey(request) || scope?.settings.openBaseUrl === true;
  if (scope?.serviceType === "LIVENESS" && isOpen) return scope;
  throw new AppError("unauthenticated", "No liveness service has this API key.");
}
