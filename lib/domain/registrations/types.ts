export interface SignUpAnswer {
  /** What the person does next. */
  readonly next: "verify_email" | "sign_in";
}
