import { resolveApiKey } from "@/lib/domain/api-keys/service";
import type { ServiceType } from "@/lib/domain/services/types";
import { AppError } from "@/lib/errors/app-error";
import { hasBaseUrlKey } from "@/lib/http/base-url";
import { grantedScopeOf } from "@/lib/http/granted-scope";
import { ThreediviError } from "./errors";

/** Unknown key and key of a service of another type get the same answer, so that neither can be probed for. */
const invalidKey = () => new ThreediviError("unauthenticated", 401, "Invalid API key");

/**
 * Makes the check of `x-api-key` for services of some types. The vendor knows no keys; its clients put theirs into the
 * base address.
 *
 * @throws AppError 401 without a key and for one that opens no such service
 */
export function serviceKey(types: readonly ServiceType[]) {
  return async (request: Request) => {
    const granted = grantedScopeOf(request);
    if (granted !== undefined && types.includes(granted.serviceType)) return granted;
    const key = request.headers.get("x-api-key");
    if (key === null) throw new AppError("unauthenticated", "Not authenticated");
    const scope = await resolveApiKey(key);
    if (scope === null || !types.includes(scope.serviceType)) throw invalidKey();
    if (hasBaseUrlKey(request) && !scope.settings.openBaseUrl) throw invalidKey();
    return scope;
  };
}
