import path from "node:path";
import { defineConfig } from "vitest/config";

const excluded = ["node_modules/**", ".next/**", "e2e/**", "bench/*/node_modules/**"];
const databaseTests = "**/*.db.test.ts";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    // These find what hangs. On a busy machine a test may take many times as long as on an idle one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["**/*.test.ts"], exclude: [...excluded, databaseTests] } },
      {
        extends: true,
        test: {
          name: "db",
          include: [databaseTests],
          exclude: excluded,
          // One cluster for the run, a database for each file.
          globalSetup: "lib/db/testing/global-setup.ts",
        },
      },
    ],
  },
});
