import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { isMoveUnderWay } from "@/lib/domain/model-packs/service";
import type { Caller } from "@/lib/domain/policy/types";
import { readSession } from "@/lib/domain/sessions/service";
import { AppError } from "@/lib/errors/app-error";
import { hasBaseUrlKey } from "@/lib/http/base-url";
import { clientAddress } from "@/lib/http/client-address";
import { grantedScopeOf } from "@/lib/http/granted-scope";
import { ownSessionIdOf } from "@/lib/http/own-session";
import type { Actor } from "@/lib/http/wire";
import {
  type ComprefaceService,
  malformedApiKey,
  missingApiKey,
  unknownApiKey,
  writingDuringMigration,
} from "./catalogue";
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

/**
 * As `serviceKey`, for what changes stored faces.
 *
 * @throws ComprefaceError 405/32 as well, while other networks embed them anew
 */
export function writeKey(service: ComprefaceService) {
  const authenticate = serviceKey(service);
  return async (request: Request) => {
    const scope = await authenticate(request);
    if (await isMoveUnderWay()) throw writingDuringMigration();
    return scope;
  };
}

/** Who is signed in, in a browser. @throws AppError `unauthenticated`; `forbidden` to pages of other sites */
export async function signedIn(request: Request): Promise<Caller & Actor> {
  const sessionId = await ownSessionIdOf(request);
  const caller = sessionId === null ? null : await readSession(sessionId);
  if (caller === null) throw new AppError("unauthenticated", "Please sign in.");
  return { ...caller, ip: clientAddress(request) };
}
