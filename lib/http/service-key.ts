import type { ServiceScope } from "@/lib/auth/service-scope";
import { AppError } from "@/lib/errors/app-error";
import { hasBaseUrlKey } from "./base-url";
import { grantedScopeOf } from "./granted-scope";

interface KeyCheck {
  /** Services whose keys open the endpoint. */
  readonly types: readonly ServiceScope["serviceType"][];
  /** The domain's look-up of a key; null for one that opens nothing. */
  readonly resolve: (key: string) => Promise<ServiceScope | null>;
  /** What the wire says to a key that does not open the endpoint, and to none. */
  readonly refuse?: (key: string | null) => AppError;
}

/**
 * Makes the check of `x-api-key`, in the place of which a granted access may come. A key that is unknown, of another
 * service type or not allowed in the address gets one answer, so that none can be probed for.
 *
 * @throws AppError `unauthenticated`, or what the wire makes of it
 */
export function serviceKey({ types, resolve, refuse = refuseKeyOf(types) }: KeyCheck) {
  return async (request: Request): Promise<ServiceScope> => {
    const granted = grantedScopeOf(request);
    if (granted !== undefined && types.includes(granted.serviceType)) return granted;
    const key = request.headers.get("x-api-key");
    const scope = key === null ? null : await resolve(key);
    if (scope === null || !types.includes(scope.serviceType)) throw refuse(key);
    if (hasBaseUrlKey(request) && !scope.settings.openBaseUrl) throw refuse(key);
    return scope;
  };
}

function refuseKeyOf(types: KeyCheck["types"]): NonNullable<KeyCheck["refuse"]> {
  const unknown = `No ${types.join(" or ").toLowerCase()} service has this API key.`;
  return (key) => new AppError("unauthenticated", key === null ? "The header x-api-key is missing." : unknown);
}
