import { chmodSync, existsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { clusterToCopy, withDataDir } from "@/lib/db/testing/data-dir";
import { listeningAddresses } from "@/lib/db/testing/listening-ports";
import { quietLog } from "@/lib/db/testing/quiet-log";
import { killHard, runInSecondProcess } from "@/lib/db/testing/second-process";
import { layoutOf } from "./layout";
import { isRunning } from "./process-table";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./supervisor";
import { waitUntil } from "./wait";

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";
const patience = { timeoutMs: 120_000, everyMs: 20 };

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, log: quietLog });
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const answers = (url: string) =>
  query(url, "SELECT 1").then(
    () => true,
    () => false,
  );

async function withServer<T>(dataDir: string, work: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const postgres = await start(dataDir);
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

const withCluster = clusterToCopy();

describe("embedded database", () => {
  it("keeps its data from one start to the next and leaves no process between them", () =>
    withDataDir(async (dataDir) => {
      const pid = await withServer(dataDir, async ({ url, pid }) => {
        await query(url, "CREATE TABLE note AS SELECT 'kept' AS text");
        return pid();
      });
      expect(isRunning(Number(pid))).toBe(false);
      expect(existsSync(layoutOf(dataDir).lock)).toBe(false);
      await withServer(dataDir, async ({ url, adopted }) => {
        expect(adopted).toBe(false);
        expect(await query(url, "SELECT text FROM note")).toEqual([{ text: "kept" }]);
      });
    }));

  it("writes commits through to the disk, whatever ALTER SYSTEM says", () =>
    withCluster(async (dataDir) => {
      const settings = path.join(layoutOf(dataDir).data, "postgresql.auto.conf");
      writeFileSync(settings, "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n");
      await withServer(dataDir, async ({ url }) => {
        const names = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"];
        const rows = await Promise.all(names.map((name) => query(url, `SELECT current_setting('${name}') AS value`)));
        expect(rows.flat()).toEqual(names.map(() => ({ value: "on" })));
      });
    }));

  it("is closed to other users of the machine", () =>
    withCluster((dataDir) =>
      withServer(dataDir, async ({ url, pid }) => {
        const { data, password, log } = layoutOf(dataDir);
        expect([data, password, log].map(modeOf)).toEqual(["700", "600", "600"]);
        expect(modeOf(path.dirname(password))).toBe("700");
        const wrong = new URL(url);
        wrong.password = "guess";
        await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
        if (isLinux) expect(listeningAddresses(Number(pid()))).toEqual([]);
      }),
    ));

  it("gives the server a role that cannot reach beyond the database", () =>
    withCluster((dataDir) =>
      withServer(dataDir, async ({ url }) => {
        const role = "SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user";
        expect(await query(url, role)).toEqual([{ rolsuper: false, rolcreaterole: false, rolbypassrls: false }]);
        await expect(query(url, "SELECT pg_read_file('/etc/passwd')")).rejects.toThrow("permission denied");
      }),
    ));

  it.runIf(isRoot)("does not run as root, not even below a directory that is closed to everybody else", () =>
    withDataDir(async (dataDir) => {
      const closed = path.dirname(dataDir);
      chmodSync(closed, 0o700);
      await withServer(dataDir, async ({ url, pid }) => {
        expect(statSync(`/proc/${pid()}`).uid).not.toBe(0);
        expect(await answers(url)).toBe(true);
        expect(modeOf(closed)).toBe("700");
      });
    }),
  );

  it("uses the loopback interface alone where the path is too long for a socket", () =>
    withDataDir((dataDir) =>
      withServer(path.join(dataDir, "a".repeat(100)), async ({ url, pid }) => {
        expect(new URL(url).hostname).toBe("127.0.0.1");
        expect(await answers(url)).toBe(true);
        const loopback = "0100007F";
        if (isLinux) expect(listeningAddresses(Number(pid())).map((one) => one.split(":")[0])).toEqual([loopback]);
      }),
    ));

  it("refuses a data directory that others may read, and starts nothing", () =>
    withCluster(async (dataDir) => {
      chmodSync(layoutOf(dataDir).data, 0o755);
      await expect(start(dataDir)).rejects.toThrow("has mode 0755 but must be 0700");
      expect(existsSync(layoutOf(dataDir).lock)).toBe(false);
    }));

  it("refuses a password that is not the database's, and leaves nothing running", () =>
    withCluster(async (dataDir) => {
      writeFileSync(layoutOf(dataDir).password, "b".repeat(43));
      await expect(start(dataDir)).rejects.toThrow("does not accept the password");
      expect(existsSync(path.join(layoutOf(dataDir).data, "postmaster.pid"))).toBe(false);
    }));

  it("refuses files of another PostgreSQL version", () =>
    withCluster(async (dataDir) => {
      writeFileSync(path.join(layoutOf(dataDir).data, "PG_VERSION"), "17\n");
      await expect(start(dataDir)).rejects.toThrow("was written by PostgreSQL 17 and this is 18");
    }));

  it("restarts behind the same connection string when it is killed", () =>
    withCluster((dataDir) =>
      withServer(dataDir, async ({ url, pid }) => {
        const killed = Number(pid());
        await query(url, "CREATE TABLE note AS SELECT 'kept' AS text");
        process.kill(killed, "SIGKILL");
        expect(await waitUntil(() => !isRunning(killed), patience)).toBe(true);
        expect(await waitUntil(() => answers(url), patience)).toBe(true);
        expect(await query(url, "SELECT text FROM note")).toEqual([{ text: "kept" }]);
        expect(await waitUntil(() => pid() !== null, patience)).toBe(true);
        expect(pid()).not.toBe(killed);
      }),
    ));
});

describe("owner of the embedded database", () => {
  it("is one process: a second start names the first and changes nothing", () =>
    withCluster((dataDir) =>
      withServer(dataDir, async ({ url }) => {
        const second = await runInSecondProcess(dataDir);
        expect(second.refused).toContain(`process ${process.pid}`);
        await expect(start(dataDir)).rejects.toThrow(`process ${process.pid}`);
        expect(await answers(url)).toBe(true);
      }),
    ));

  it("may be killed: the next one adopts the database that lives on", () =>
    withCluster(async (dataDir) => {
      const killed = await runInSecondProcess(dataDir);
      await killHard(killed);
      expect(isRunning(Number(killed.pid))).toBe(true);
      await withServer(dataDir, async ({ url, adopted, pid }) => {
        expect({ adopted, pid: pid() }).toEqual({ adopted: true, pid: killed.pid });
        expect(await answers(url)).toBe(true);
      });
      expect(isRunning(Number(killed.pid))).toBe(false);
    }));

  it("may be killed together with the database: the next start takes over what they left", () =>
    withCluster(async (dataDir) => {
      const killed = await runInSecondProcess(dataDir);
      process.kill(Number(killed.pid), "SIGKILL");
      await killHard(killed);
      await withServer(dataDir, async ({ url, adopted }) => {
        expect(adopted).toBe(false);
        expect(await answers(url)).toBe(true);
      });
    }));
});
