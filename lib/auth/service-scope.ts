import type { KeyScope } from "@/lib/domain/api-keys/types";
import type { Actor } from "@/lib/domain/audit/types";
import type { ServiceSettings, ServiceType } from "@/lib/domain/services/types";

declare const minted: unique symbol;

interface ServiceScopeFields {
  readonly serviceId: string;
  /** Of the key; of the user who tries the service without one. */
  readonly keyId: string;
  /** Who is signed in; absent for a key. What people change is told to the audit trail. */
  readonly person?: Actor;
  readonly serviceType: ServiceType;
  /** What the key may do with the service's collection. */
  readonly keyScopes: readonly KeyScope[];
  readonly settings: ServiceSettings;
}

/** Proof that a valid API key of this service came with the request, or that somebody signed in may try the service. Every use case on a service's data asks for one. */
export type ServiceScope = ServiceScopeFields & { readonly [minted]: true };

/** Makes the proof. Only the authenticator (`resolveApiKey`, `openTrial`, `openService`, `openAcceptedWork`) may call it, beside tests. */
export function mintServiceScope(fields: ServiceScopeFields): ServiceScope {
  return fields as ServiceScope;
}
