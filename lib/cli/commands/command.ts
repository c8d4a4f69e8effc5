/** Flags as they were typed, by name without the dashes. */
export type Flags = Readonly<Record<string, string | undefined>>;

export interface CommandResult {
  /** Printed as JSON. */
  readonly output: unknown;
  readonly exitCode: 0 | 1;
}

export interface Command {
  readonly summary: string;
  readonly requiredFlags: readonly string[];
  readonly optionalFlags: readonly string[];
  readonly run: (flags: Flags) => Promise<CommandResult>;
}
