import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { hasBaseUrlKey } from "@/lib/http/base-url";
import { grantedScopeOf } from "@/lib/http/granted-scope";
import { type ComprefaceService, malformedApiKey, missingApiKey, unknownApiKey } from "./catalogue";
import { isUuid } from "./path-values";

/**
 * Makes the check of `x-api-key` for endpoints of one service type. It runs before anything else of the request is
 * looked at.
 *
 * @throws ComprefaceError 400/20 without a key, 400/26 when it is no UUID, 404/10 when no such service has it or
 *   the key stands in the address and the service does not allow that
 */
export function serviceKey(service: ComprefaceService) {
  return async (request: Request) => {
    const granted = grantedScopeOf(request);
    if (granted?.serviceType === service) return granted;
    const key = request.headers.get("x-api-key");
    if (key === null) throw missingApiKey();
    if (!isUuid(key)) throw malformedApiKey();
    const scope = await resolveApiKey(key);
    if (scope === null || scope.serviceType !== service) throw unknownApiKey(service, key);
    if (hasBaseUrlKey(request) && !scope.settings.openBaseUrl) throw unknownApiKey(service, key);
    return scope;
  };
}
