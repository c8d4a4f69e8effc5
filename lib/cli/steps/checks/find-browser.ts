import { existsSync } from "node:fs";
import { say } from "@/lib/cli/steps/progress";
import { runCommand } from "@/lib/cli/steps/run-command";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const findBrowser = () => [process.env.CHROMIUM_PATH ?? "", ...usualPlaces].find((file) => existsSync(file));

/**
 * Path of a Chromium for the browser tests: `CHROMIUM_PATH`, one that is installed, or Debian's package, which this
 * installs when it may. Playwright's own download comes from another host than the npm registry.
 */
export async function requireBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("No browser found: installing Debian's chromium");
    await runCommand("apt-get", ["update"]);
    await runCommand("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  }
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error("No Chromium found. Install one, or name it with CHROMIUM_PATH.");
}
