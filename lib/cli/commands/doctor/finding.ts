export interface Finding {
  readonly ok: boolean;
  /** One sentence for the operator; what to do when `ok` is false. */
  readonly detail: string;
}
