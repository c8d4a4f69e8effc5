import type { KeyScope } from "@/lib/domain/api-keys/types";
import type { ServiceSettings, ServiceType } from "@/lib/domain/services/types";

declare const minted: unique symbol;

interface ServiceScopeFields {
  readonly serviceId: string;
  readonly keyId: string;
  readonly serviceType: ServiceType;
  /** What the key may do with the service's collection. */
  readonly keyScopes: readonly KeyScope[];
  readonly settings: ServiceSettings;
}

/** Proof that a valid API key of this service came with the request. Every use case on a service's data asks for one. */
export type ServiceScope = ServiceScopeFields & { readonly [minted]: true };

/** Makes the proof. Only the authenticator (`resolveApiKey`) may call it, beside tests. */
export function mintServiceScope(fields: ServiceScopeFields): ServiceScope {
  return fields as ServiceScope;
}
