import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { rawZip } from "@/lib/domain/jobs/testing/raw-zip";

const root = path.resolve(import.meta.dirname, "../..");
const apiKey = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), "mien-admin-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function spawnAdmin(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  // Empty variables count as absent and keep those of a developer's .env out.
  const clean = { DATABASE_URL: "", POSTGRES_DOMAIN: "", MASTER_KEY: "", ENABLE_EMAIL_SERVER: "", DATA_DIR: dataDir };
  const options = { cwd: root, env: { ...process.env, ...clean, ...env } };
  return spawn(process.execPath, ["--import", "tsx", "lib/cli/admin.ts", ...args], options);
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  return new Promise((resolve) => child.on("close", (code) => resolve({ exitCode: code ?? -1, ...said })));
}

const admin = (...command: Parameters<typeof spawnAdmin>) => outcomeOf(spawnAdmin(...command));

/** Fails with the whole outcome when the command did. */
async function adminJson(...args: string[]): Promise<unknown> {
  const outcome = await admin(args);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
  return JSON.parse(outcome.stdout);
}

function errorOf({ exitCode, stdout, stderr }: Outcome): { code: string; message: string } {
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr.trim()).not.toContain("\n");
  return JSON.parse(stderr).error;
}

const createFaces = ["service:create", "--app", "Demo", "--name", "faces", "--type", "DETECTION", "--api-key", apiKey];

describe("admin, one command after the other on one data directory", () => {
  it("makes a service on a machine where nothing ran before", async () => {
    expect(await adminJson(...createFaces)).toMatchObject({
      name: "faces",
      type: "DETECTION",
      applicationName: "Demo",
      apiKey,
    });
    expect(existsSync(path.join(dataDir, "postgres", "PG_VERSION"))).toBe(true);
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("lists it without its key", async () => {
    const { stdout } = await admin(["service:list"]);
    expect(JSON.parse(stdout)).toMatchObject([{ name: "faces", applicationName: "Demo", maskedApiKey: "3fa85f64…" }]);
    expect(stdout).not.toContain(apiKey);
  });

  it("refuses a key that is in use, whatever the case of its letters", async () => {
    const args = ["service:create", "--app", "Other", "--name", "x", "--type", "QUALITY"];
    const outcome = await admin([...args, "--api-key", apiKey.toUpperCase()]);
    expect(errorOf(outcome).code).toBe("conflict");
  });

  it("makes users and an application for one of them", async () => {
    const person = ["--password", "correct horse", "--first-name", "Anna", "--last-name", "Kim"];
    const user = await adminJson("user:create", "--email", "Anna@Example.org", ...person);
    expect(user).toMatchObject({ email: "anna@example.org", globalRole: "OWNER" });
    expect(user).not.toHaveProperty("passwordHash");
    const admins = await adminJson("user:create", "--email", "b@example.org", ...person, "--role", "ADMINISTRATOR");
    expect(admins).toMatchObject({ globalRole: "ADMINISTRATOR" });
    const reset = ["user:reset-password", "--email", "B@example.org", "--password"];
    expect(await adminJson(...reset, "battery staple 9")).toEqual({ email: "b@example.org" });
    expect(errorOf(await admin([...reset, "password"])).code).toBe("invalid_request");
    expect(await adminJson("app:create", "--name", "Door", "--owner", "anna@example.org")).toMatchObject({
      name: "Door",
    });
  });

  it("gives a service a new primary key", async () => {
    const [service] = (await adminJson("service:list")) as { id: string }[];
    const rotate = ["key:rotate", "--service", service?.id ?? "none", "--grace-minutes"];
    const { key, prefix } = (await adminJson(...rotate, "60")) as { key: string; prefix: string };
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(await adminJson("service:list")).toMatchObject([{ maskedApiKey: `${prefix}…` }]);
    expect(errorOf(await admin([...rotate, "soon"])).message).toContain("--grace-minutes");
  });

  it("runs commands that are given at the same time", async () => {
    const types = ["RECOGNITION", "VERIFICATION", "LIVENESS"];
    const made = types.map((type) => adminJson("service:create", "--app", "Many", "--name", type, "--type", type));
    expect(
      new Set((await Promise.all(made)).map((service) => (service as { applicationId: string }).applicationId)).size,
    ).toBe(1);
  });

  it("hands in an archive, and writes a collection to a new file for its owner alone", async () => {
    const services = (await adminJson("service:list")) as { id: string; type: string }[];
    const flags = ["--service", services.find(({ type }) => type === "RECOGNITION")?.id ?? "none"];
    const [incoming, outgoing] = ["in.zip", "out.zip"].map((name) => path.join(dataDir, name)) as [string, string];
    writeFileSync(incoming, rawZip([{ name: "Tom/1.jpg", content: "a picture" }]));
    expect(await adminJson("import", ...flags, "--file", incoming)).toEqual({
      job: expect.any(String),
      state: "WAITING",
    });
    expect(readdirSync(path.join(dataDir, "jobs"))).toHaveLength(1);
    expect(await adminJson("export", ...flags, "--file", outgoing)).toMatchObject({ file: outgoing });
    expect(statSync(outgoing).mode & 0o777).toBe(0o600);
    expect(errorOf(await admin(["export", ...flags, "--file", outgoing])).message).toContain("EEXIST");
    const other = ["--service", services.find(({ type }) => type === "DETECTION")?.id ?? "none"];
    expect(errorOf(await admin(["import", ...other, "--file", incoming])).code).toBe("not_found");
  });

  it("finishes and stops its database when it is interrupted", async () => {
    const running = path.join(dataDir, "postgres", "postmaster.pid");
    const child = spawnAdmin(["service:list"]);
    const outcome = outcomeOf(child);
    await vi.waitUntil(() => existsSync(running), { timeout: 120_000, interval: 5 });
    child.kill("SIGINT");
    expect(await outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(existsSync(running)).toBe(false);
  });

  it("joins the database of a server that runs, and leaves it running", async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const server = await startEmbeddedPostgres({ dataDir, log });
    try {
      const pid = server.pid();
      expect(await adminJson("service:list")).toHaveLength(4);
      expect(server.pid()).toBe(pid);
      expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it("examines the machine and fails while a part is missing", async () => {
    const { exitCode, stdout } = await admin(["doctor"]);
    const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean }[] };
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["processor", "quota", "memory", "disk", "models", "database", "mail"]),
    );
    expect(checks.find(({ name }) => name === "database")).toMatchObject({ ok: true });
    expect(checks.find(({ name }) => name === "models")).toMatchObject({ ok: false });
    expect(exitCode).toBe(1);
  });
});

describe("admin, before it touches any database", () => {
  it("names every wrong flag and shows no value", async () => {
    const outcome = await admin([
      "user:create",
      "--email",
      "a@b.example",
      "--password",
      "hunter2",
      "--first-name",
      "A",
    ]);
    expect(errorOf(outcome)).toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(/--password .*--last-name is required/),
    });
    expect(outcome.stderr).not.toContain("hunter2");
  });

  it("refuses an unknown command", async () => {
    expect(errorOf(await admin(["toString"])).code).toBe("invalid_request");
  });

  it("names the variable of a wrong configuration", async () => {
    const { code, message } = errorOf(await admin(["service:list"], { MAX_FILE_SIZE: "huge" }));
    expect(code).toBe("configuration");
    expect(message).toContain("MAX_FILE_SIZE");
  });

  it("says that an external database does not answer, without its password", async () => {
    const outcome = await admin(["service:list"], { DATABASE_URL: "postgresql://mien:hunter2@127.0.0.1:1/mien" });
    expect(errorOf(outcome).code).toBe("unavailable");
    expect(outcome.stderr).not.toContain("hunter2");
  });

  it("says nothing more when its reader has read enough", async () => {
    const child = spawnAdmin(["help"]);
    const outcome = outcomeOf(child);
    child.stdout?.destroy();
    expect(await outcome).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("explains its commands", async () => {
    expect(JSON.stringify(await adminJson())).toContain("service:create --app");
  });
});
