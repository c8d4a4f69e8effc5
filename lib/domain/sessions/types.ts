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
  /** Where the try comes from. */
  readonly ip: string | null;
}

export interface SignedInUser {
  readonly userId: string;
}
