import { resolveApiKey } from "@/lib/domain/api-keys/service";
import type { ServiceType } from "@/lib/domain/services/types";
import { AppError } from "@/lib/errors/app-error";
import { hasBaseUrlKey } from "@/lib/http/base-url";
import { grantedScopeOf } from "@/lib/http/granted-scope";

/**
 * Makes the check of `x-api-key` for services of one type. The vendor knows no keys; its clients put theirs into the
 * base address. A key that is missing, unknown, of another type or not allowed in the address gets one answer.
 *
 * @throws AppError `unauthenticated`
 */
export function serviceKey(type: ServiceType) {
  return async (request: Request) => {
    const granted = grantedScopeOf(request);
    if (granted?.serviceType === type) return granted;
    const key = request.headers.get("x-api-key");
    const scope = key === null ? null : await resolveApiKey(key);
    const isOpen = !hasBaseUrlKey(request) || scope?.settings.openBaseUrl === true;
    if (scope?.serviceType === type && isOpen) return scope;
    throw new AppError("unauthenticated", "No service of this type has this API key");
  };
}
