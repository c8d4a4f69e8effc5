import { defineConfig, devices } from "@playwright/test";
import { baseUrl } from "./e2e/fixtures/server";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

// A browser that phones home waits for hosts that a closed network does not have; root has no sandbox to enter.
const quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"];
const args = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;

// Makes the pictures of docs/screenshots anew; no check, so only when asked for.
const screenshots = {
  name: "screenshots",
  testDir: "e2e/screenshots",
  use: { ...devices["Desktop Chrome"] },
  dependencies: ["setup"],
};

export default defineConfig({
  testDir: "e2e",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: "list",
  // These find what hangs: a check must not fail because the machine is busy with something else.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: { baseURL: baseUrl, trace: "retain-on-failure", launchOptions: { executablePath, args } },
  projects: [
    // On a server without accounts, whose first one is the owner with whom the others work.
    { name: "setup", testDir: "e2e/setup", use: { ...devices["Desktop Chrome"] } },
    { name: "api", testDir: "e2e/api", dependencies: ["setup"] },
    { name: "ui", testDir: "e2e/ui", use: { ...devices["Desktop Chrome"] }, dependencies: ["setup"] },
    // One after another: each worker would start a server of its own.
    { name: "mail", testDir: "e2e/mail", use: { ...devices["Desktop Chrome"] }, workers: 1 },
    { name: "oidc", testDir: "e2e/oidc", use: { ...devices["Desktop Chrome"] } },
    { name: "a11y", testDir: "e2e/a11y", use: { ...devices["Desktop Chrome"] }, dependencies: ["setup"] },
    ...(process.env.SCREENSHOTS === undefined ? [] : [screenshots]),
  ],
  webServer: {
    command: "node --import tsx e2e/fixtures/serve.ts",
    url: `${baseUrl}/api/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
