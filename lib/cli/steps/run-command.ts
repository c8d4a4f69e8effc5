import { type ChildProcess, spawn } from "node:child_process";
import { projectRoot } from "./project-root";

const running = new Set<ChildProcess>();

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Shows the output while it comes; otherwise only a failure shows it. */
  readonly showOutput?: boolean;
  readonly cwd?: string;
}

/** The command ended with another status than 0, or a signal ended it. `output` holds its last lines. */
export class CommandError extends Error {
  readonly output: string;

  constructor(command: string, ending: string, output: string) {
    super(`${command} ended with ${ending}`);
    this.name = "CommandError";
    this.output = output;
  }
}

/** Runs a program in the project folder to its end and returns what it wrote. Throws `CommandError` when it fails. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const output = collectOutput(child, options.showOutput ?? false);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output.text());
      else reject(new CommandError([command, ...args].join(" "), signal ?? `status ${code}`, output.text()));
    });
  });
}

/** Runs a program that npm installed as a Node script, with the Node that runs now. */
export function runNode(script: string, args: readonly string[], options?: CommandOptions): Promise<string> {
  return runCommand(process.execPath, [script, ...args], options);
}

/** Ends every command that still runs, so that a stopped set-up leaves no process behind. */
export function endRunningCommands(): void {
  for (const child of running) child.kill("SIGTERM");
}

function collectOutput(child: ChildProcess, show: boolean): { text(): string } {
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (show) process.stdout.write(chunk);
    });
  }
  return { text: () => Buffer.concat(chunks).toString("utf8") };
}
