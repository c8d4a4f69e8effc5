export const keyScopes = ["read", "enrol", "delete"] as const;
/** What a key may do with a service's collection: use it, add to it, remove from it. */
export type KeyScope = (typeof keyScopes)[number];

/** An API key without the key itself. */
export interface ApiKeyItem {
  readonly id: string;
  readonly name: string;
  /** The service's own key; it has every scope and cannot be revoked, only rotated. */
  readonly isPrimary: boolean;
  /** First eight characters. */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}
