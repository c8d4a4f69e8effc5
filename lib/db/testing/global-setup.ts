import path from "node:path";
import type { TestProject } from "vitest/node";
import { generateClient } from "@/lib/db/generate";
import { migrate } from "@/prisma/migrate";
import { quietLog } from "./quiet-log";
import { externalCluster, startTestCluster } from "./test-cluster";
import { createDatabase, dropDatabase, nameOf } from "./throwaway-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Login of a role that may create databases. */
    clusterUrl: string;
    /** Database with all migrations, to copy. */
    templateName: string;
  }
}

/**
 * Starts one database cluster for the whole run and migrates one database in it, which each test file copies.
 * `TEST_DATABASE_URL` names a server to use instead; its role needs the right to create databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, "../../..");
  await generateClient(root);
  const external = process.env.TEST_DATABASE_URL;
  const cluster = external ? externalCluster(external) : await startTestCluster();
  const template = await createDatabase(cluster.url);
  await migrate(template, { directory: path.join(root, "prisma/migrations"), log: quietLog });
  project.provide("clusterUrl", cluster.url);
  project.provide("templateName", nameOf(template));
  return async () => {
    await dropDatabase(cluster.url, template);
    await cluster.stop();
  };
}
