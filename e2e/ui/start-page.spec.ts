import { expect, test } from "@playwright/test";
import { noteProblems } from "@/e2e/fixtures/problems";

test("the start page says that the server is ready and how to begin", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Ready for requests");
  await expect(page.getByRole("figure", { name: "Command that creates a service" })).toContainText("service:create");
});

test("no script or style is refused by the content security policy", async ({ page }) => {
  const problems = noteProblems(page);
  await page.goto("/");
  await expect(page.getByRole("status")).toContainText("Ready for requests");
  expect(problems).toEqual([]);
});

test("every script carries the nonce of its own answer", async ({ request }) => {
  const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  const first = await request.get("/");
  const second = await request.get("/");
  const nonce = nonceOf(first.headers()["content-security-policy"]);
  expect(nonce).toBeDefined();
  expect(nonceOf(second.headers()["content-security-policy"])).not.toBe(nonce);
  const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
});

test("the chosen theme outlives a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Theme").selectOption("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
});

test("no long word makes the page wider than a telephone", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "language", value: "de", url: baseURL ?? "" }]);
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Gesichtserkennung");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
