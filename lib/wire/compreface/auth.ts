import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { isMoveUnderWay } from "@/lib/domain/model-packs/service";
import type { Caller } from "@/lib/domain/policy/types";
import { readSession } from "@/lib/domain/sessions/service";
import { AppError } from "@/lib/errors/app-error";
import { clientAddress } from "@/lib/http/client-address";
import { ownSessionIdOf } from "@/lib/http/own-session";
import { serviceKey as keyOf } from "@/lib/http/service-key";
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
  return keyOf({
    types: [service],
    resolve: async (key) => (isUuid(key) ? resolveApiKey(key) : null),
    refuse: (key) => {
      if (key === null) return missingApiKey();
      return isUuid(key) ? unknownApiKey(service, key) : malformedApiKey();
    },
  });
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
