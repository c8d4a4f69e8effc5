/** A session ends 14 days after sign-in, however much it is used. */
export const sessionMsMax = 14 * 24 * 3_600_000;

/** One row of the list that a user sees of their own sessions. */
export interface SessionItem {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Whether the request came with this one. */
  readonly isCurrent: boolean;
}

export interface NewSession {
  readonly userId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the second factor; as it was typed. */
  readonly code?: string;
  /** Where the try comes from. */
  readonly ip: string | null;
}

export interface SignedInUser {
  readonly userId: string;
}

/** What came of a try: `code_needed` after the right password of who has a second factor, null for whatever failed. */
export type SignInOutcome = SignedInUser | "code_needed" | null;

/** The second step of somebody whom the identity provider knows. */
export interface CodeTry {
  readonly userId: string;
  readonly code: string;
  readonly ip: string | null;
}
