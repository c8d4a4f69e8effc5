import { expect, test } from "@playwright/test";
import { ownerState } from "@/e2e/fixtures/people";
import { make, shoot } from "./shoot";

const hourMs = 3_600_000;

test.use({ viewport: { width: 1200, height: 760 } });
test.describe.configure({ mode: "serial" });

/** A day at a door: quiet at night, busiest in the morning and after lunch. */
const day = Array.from({ length: 24 }, (_, index) => {
  const at = new Date(Math.floor(Date.now() / hourMs) * hourMs - (23 - index) * hourMs);
  const rush = Math.exp(-(((index - 9) / 2.2) ** 2)) + 0.7 * Math.exp(-(((index - 14) / 2.8) ** 2));
  const requests = Math.round(40 + 2_600 * rush);
  const p50Ms = Math.round(62 + 18 * rush);
  return { at: at.toISOString(), requests, errors: Math.round(requests / 310), p50Ms, p95Ms: p50Ms * 2 + (index % 5) };
});

test("signing in", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await shoot(page, "sign-in");
});

test.describe("signed in", () => {
  test.use({ storageState: ownerState });

  test("applications, a service, its dashboard and the palette", async ({ page, request }) => {
    const ids = new Map<string, string>();
    for (const name of ["Head office", "Museum", "Warehouse North"]) {
      ids.set(name, await make(request, "applications", { name }));
    }
    const office = `applications/${ids.get("Head office")}/services`;
    const service = await make(request, office, { name: "Main entrance", type: "RECOGNITION" });
    await make(request, office, { name: "Badge photos", type: "QUALITY" });
    await make(request, `applications/${ids.get("Museum")}/services`, { name: "Visitor count", type: "DETECTION" });
    await page.route("**/statistics?*", (route) => route.fulfill({ json: { items: day } }));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/applications");
      await expect(page.getByRole("link", { name: "Museum" })).toBeVisible();
      await shoot(page, `applications-${colorScheme}`);
      await page.goto(`/services/${service}/dashboard`);
      await expect(page.getByRole("heading", { name: "Main entrance", level: 1 })).toBeVisible();
      await shoot(page, `dashboard-${colorScheme}`);
    }
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
    await page.keyboard.type("en");
    await expect(page.getByRole("option", { name: "Main entrance" })).toBeVisible();
    await expect(page.getByRole("option", { name: "Museum" })).toBeHidden();
    await shoot(page, "palette-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`/services/${service}`);
    await expect(page.getByRole("list", { name: "API keys" })).toBeVisible();
    await shoot(page, "service-light");
    await page.goto("/server");
    await expect(page.getByRole("heading", { name: "Server", level: 1 })).toBeVisible();
    await shoot(page, "server-light");
  });
});
