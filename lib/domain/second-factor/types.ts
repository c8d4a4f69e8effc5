/** How the caller can sign in. */
export interface SignInMethods {
  /** False for who only came through the identity provider. */
  readonly hasPassword: boolean;
  /** Null while the second factor is off. */
  readonly secondFactor: { readonly enabledAt: Date; readonly recoveryCodesLeft: number } | null;
}

/** What an authenticator app has to know; in force once its first code was shown. */
export interface Enrolment {
  /** Base32. */
  readonly secret: string;
  /** `otpauth://…`, what a QR code for apps holds. */
  readonly uri: string;
}

/** Shown once: the database keeps their hashes only. */
export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}
