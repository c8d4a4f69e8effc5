export interface ConfigProblem {
  /** Name of the environment variable. */
  readonly name: string;
  /** What is expected of it; never holds the value, which may be a secret. */
  readonly detail: string;
}

/** The environment cannot be used. The message names every offending variable and shows no value. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], options?: { cause?: unknown }) {
    super(`Invalid configuration: ${problems.map(({ name, detail }) => `${name} ${detail}`).join("; ")}`, options);
    this.name = "ConfigError";
    this.problems = problems;
  }
}
