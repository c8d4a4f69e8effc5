import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState });

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
/** The page behind has fields of its own, with options. */
const fieldOf = (page: Page) => dialogOf(page).getByRole("combobox");
const optionsOf = (page: Page) => dialogOf(page).getByRole("option");
const chosenOf = (page: Page) => dialogOf(page).getByRole("option", { selected: true });

async function openPalette(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(fieldOf(page)).toBeFocused();
}

test("a service is found by its name and opened with the keyboard alone", async ({ page, request }) => {
  const problems = noteProblems(page);
  const application = await createApplication(request);
  const name = `Door ${application.name}`;
  await createService(request, application.id, name);
  await page.goto("/applications");
  await openPalette(page);
  await page.keyboard.type(application.name.toUpperCase());
  await expect(optionsOf(page)).toHaveCount(2);
  await expect(chosenOf(page)).toHaveText(application.name);
  await page.keyboard.press("ArrowDown");
  const chosen = chosenOf(page);
  await expect(chosen).toContainText(name);
  await expect(fieldOf(page)).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id"))!);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
  expect(problems).toEqual([]);
});

/** A search that finds one thing of that name, once `until` is fulfilled. */
async function findOnly(page: Page, kind: "applications" | "services", name: string, until?: Promise<unknown>) {
  const application = { id: randomUUID(), name: "Harbour", role: null, owner: null, serviceCount: 1 };
  const found = { application, type: "DETECTION", ...application, createdAt: "2026-11-21T00:00:00.000Z", name };
  await page.route(`**/api/admin/${kind}?*`, async (route) => {
    await until;
    await route.fulfill({ json: { items: [found], total: 1, page: 0, size: 20 } });
  });
}

test("the arrow keys go round, and Escape gives the focus back", async ({ page }) => {
  await findOnly(page, "applications", "Harbour");
  await findOnly(page, "services", "Pier");
  await page.goto("/profile");
  const button = page.getByRole("button", { name: "Search" });
  await button.click();
  await expect(chosenOf(page)).toHaveText("Applications");
  await expect(optionsOf(page).last()).toContainText("Pier");
  await page.keyboard.press("ArrowUp");
  await expect(chosenOf(page)).toContainText("Pier");
  await expect(chosenOf(page)).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(chosenOf(page)).toHaveText("Applications");
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("what the keys have reached stays chosen when an answer puts something before it", async ({ page }) => {
  const letGo = new AbortController();
  await findOnly(page, "applications", "Harbour", once(letGo.signal, "abort"));
  await findOnly(page, "services", "Pier");
  await page.goto("/profile");
  await openPalette(page);
  await expect(optionsOf(page).last()).toContainText("Pier");
  await page.keyboard.press("ArrowUp");
  await expect(chosenOf(page)).toContainText("Pier");
  letGo.abort();
  await expect(dialogOf(page).getByRole("option", { name: "Harbour", exact: true })).toBeVisible();
  await expect(chosenOf(page)).toContainText("Pier");
});

test("actions change the theme and create an application", async ({ page }) => {
  await page.goto("/users");
  await openPalette(page);
  await page.keyboard.type("dark");
  await dialogOf(page).getByRole("option", { name: "Theme: Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
  await openPalette(page);
  await page.keyboard.type("create app");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Create application" });
  const name = `Palette ${Date.now()}`;
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
});

test("a user finds neither what they may not do nor what they are no member of, and can sign out", async ({
  page,
  browser,
  request,
}) => {
  const application = await createApplication(request);
  const theirs = await openAs(browser, await signUpPerson(request));
  await openPalette(theirs);
  await expect(dialogOf(theirs).getByRole("option", { name: "Profile" })).toBeVisible();
  await expect(dialogOf(theirs).getByRole("option", { name: "Users" })).toBeHidden();
  await expect(dialogOf(theirs).getByRole("option", { name: "Create application" })).toBeHidden();
  const answered = theirs.waitForResponse((answer) =>
    answer.url().includes(encodeURIComponent(application.name.slice(5))),
  );
  await theirs.keyboard.type(application.name);
  await answered;
  await expect(dialogOf(theirs).getByRole("status")).toHaveText("0 results");
  await fieldOf(theirs).fill("sign out");
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/applications");
  await openPalette(page);
  await page.keyboard.type(application.name);
  await expect(dialogOf(page).getByRole("option", { name: application.name })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`in the ${colorScheme} theme the palette meets WCAG 2.1 A and AA, with and without results`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto("/applications");
    await openPalette(page);
    await expect(page.getByRole("group", { name: "Applications" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type("nothing is called like this");
    await expect(dialogOf(page).getByRole("status")).toHaveText("0 results");
    await expectAccessible(page);
  });
}
