import { resolveApiKey } from "@/lib/domain/api-keys/service";
import type { ServiceType } from "@/lib/domain/services/types";
import { AppError } from "@/lib/errors/app-error";
import { serviceKey as keyOf } from "@/lib/http/service-key";
import { ThreediviError } from "./errors";

function refuse(key: string | null): AppError {
  if (key === null) return new AppError("unauthenticated", "Not authenticated");
  return new ThreediviError("unauthenticated", 401, "Invalid API key");
}

/**
 * Makes the check of `x-api-key` for services of some types. The vendor knows no keys; its clients put theirs into the
 * base address.
 *
 * @throws AppError 401 without a key and for one that opens no such service
 */
export const serviceKey = (types: readonly ServiceType[]) => keyOf({ types, resolve: resolveApiKey, refuse });
