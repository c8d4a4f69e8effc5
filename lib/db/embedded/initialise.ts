import { spawnSync } from "node:child_process";
import { chownSync, closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { emptyEnvironment, programIn } from "./binaries";
import { makeDraft, nameForPrograms, publishDraft } from "./data-directory";
import type { DatabaseUser } from "./database-user";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

/** Superuser of the embedded database; the server itself works as the plain role `applicationRole`. */
export const superuser = "postgres";

interface InitialiseOptions {
  readonly directory: string;
  readonly native: string;
  readonly user: DatabaseUser | null;
  readonly password: string;
}

function runInitdb(draft: string, { native, user, password }: InitialiseOptions): string | null {
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) chownSync(passwordFile, user.uid, user.gid);
  const descriptor = openSync(passwordFile, "r");
  // Handed over open, since the database user may be unable to reach the file by its path.
  const passwordPath = process.platform === "win32" ? passwordFile : "/dev/fd/3";
  const run = spawnSync(
    programIn(native, "initdb"),
    [
      ...["-D", nameForPrograms(draft, user), "-U", superuser, "--auth=scram-sha-256", `--pwfile=${passwordPath}`],
      // Rules of case from Unicode and not from the operating system, whose changes would corrupt indexes.
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...["--data-checksums", "--no-instructions"],
    ],
    { ...user, cwd: draft, env: emptyEnvironment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe", descriptor] },
  );
  closeSync(descriptor);
  rmSync(passwordFile, { force: true });
  return run.status === 0 ? null : (run.error?.message ?? run.stderr.trim().split("\n").slice(0, 2).join(" "));
}

/**
 * Makes the database cluster at the first start; an attempt that was interrupted leaves nothing that counts.
 *
 * @throws EmbeddedPostgresError with what `initdb` said
 */
export function initialise(options: InitialiseOptions): void {
  const draft = makeDraft(options.directory, options.user);
  const failure = runInitdb(draft, options);
  if (failure !== null) {
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedPostgresError(`PostgreSQL could not create its database in ${options.directory}: ${failure}`);
  }
  publishDraft(draft, options.directory);
}
