import { mintServiceScope, type ServiceScope } from "@/lib/auth/service-scope";
import { config } from "@/lib/config/env";
import type { Actor } from "@/lib/domain/audit/types";
import { storedLimits } from "@/lib/domain/quality/schema";
import type { findServiceOfKeys } from "./data";

type FoundService = NonNullable<Awaited<ReturnType<typeof findServiceOfKeys>>>;

interface Holder {
  readonly keyId: string;
  readonly keyScopes: ServiceScope["keyScopes"];
  readonly person?: Actor;
}

/** Proof of access to a service, with what its requests are answered by. */
export function scopeOf(
  { id, type, saveImages, customQualityLimits, ...settings }: FoundService,
  holder: Holder,
): ServiceScope {
  const willSave = saveImages === "INHERIT" ? config().saveImages : saveImages === "YES";
  return mintServiceScope({
    ...holder,
    serviceId: id,
    serviceType: type,
    settings: { ...settings, saveImages: willSave, customQualityLimits: storedLimits(customQualityLimits) },
  });
}
