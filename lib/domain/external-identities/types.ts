/** What an identity provider says of a person, before anything of it is believed. */
export interface GivenIdentity {
  readonly issuer: string;
  /** The provider's own id of the person. */
  readonly subject: string;
  readonly email: unknown;
  readonly emailVerified: unknown;
  readonly givenName: unknown;
  readonly familyName: unknown;
  readonly name: unknown;
}

export interface IdentitySignIn {
  readonly identity: GivenIdentity;
  /** From the link of an invitation, for who signs up. */
  readonly invitationToken?: string | undefined;
  readonly ip: string | null;
}

/** Why somebody whom the provider knows cannot sign in. */
export type Refusal = "address_missing" | "address_unconfirmed" | "address_not_allowed" | "disabled";

/** Who signed in, and whether a code is asked for besides; or why nobody did. */
export type IdentityOutcome =
  | { readonly userId: string; readonly isCodeNeeded: boolean }
  | { readonly refusal: Refusal };
