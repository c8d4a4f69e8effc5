import path from "node:path";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { migrate } from "@/prisma/migrate";
import { connectDatabase } from "./client";
import { startEmbeddedPostgres } from "./embedded/supervisor";
import { waitUntil } from "./embedded/wait";
import { clusterToCopy } from "./testing/data-dir";
import { quietLog } from "./testing/quiet-log";

const withCluster = clusterToCopy();

describe("client", () => {
  it("answers unavailable, and nothing else, from the end of the database to its return", () =>
    withCluster(async (dataDir) => {
      const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
      await migrate(postgres.url, { directory: path.resolve("prisma/migrations"), log: quietLog });
      const client = await connectDatabase(postgres.url);
      const failures: unknown[] = [];
      const ask = async () => {
        const work = [client.application.count(), client.$transaction((tx) => tx.application.count())];
        const raw = [client.$queryRaw`SELECT 1`, client.$queryRaw`SELECT pg_sleep(0.01)::text`];
        const answers = await Promise.allSettled([...work, ...raw]);
        failures.push(...answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : [])));
        return answers.every(({ status }) => status === "fulfilled");
      };
      try {
        expect(await ask()).toBe(true);
        const inFlight = ask();
        process.kill(Number(postgres.pid()), "SIGKILL");
        await inFlight;
        expect(await waitUntil(() => postgres.pid() === null, { timeoutMs: 120_000, everyMs: 5 })).toBe(true);
        expect(await waitUntil(ask, { timeoutMs: 120_000, everyMs: 20 })).toBe(true);
        expect(failures.length).toBeGreaterThan(0);
        const kinds = failures.map((error) =>
          error instanceof AppError ? `${error.code} ${error.retryAfterS}` : error,
        );
        expect(new Set(kinds)).toEqual(new Set(["unavailable 1"]));
      } finally {
        await client.$disconnect();
        await postgres.stop();
      }
    }));

  it("says unavailable at once where no database listens", async () => {
    const nowhere = "postgresql://nobody:nothing@127.0.0.1:1/none";
    await expect(connectDatabase(nowhere)).rejects.toMatchObject({ code: "unavailable" });
  });
});
