import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { findEnglish } from "@/e2e/fixtures/english-leftovers";
import { ownerState } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ locale: "de-DE" });

async function expectGerman(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(page.getByText("Wird geladen")).toHaveCount(0);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  expect(await findEnglish(page)).toEqual([]);
}

test("a browser that asks for German gets German pages before anybody signs in", async ({ page }) => {
  const problems = noteProblems(page);
  const titles = {
    "/": "Gesichtserkennung auf dem eigenen Rechner",
    "/sign-in": "Anmelden",
    "/sign-up": "Konto anlegen",
    "/forgot-password": "Passwort vergessen",
    "/reset-password": "Neues Passwort setzen",
    "/verify": "Adresse bestätigen",
  };
  for (const [path, title] of Object.entries(titles)) {
    await page.goto(path);
    await expectGerman(page, title);
  }
  expect(problems).toEqual([]);
});

test("what a schema and the server refuse is said in German", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("darf nicht leer sein").first()).toBeVisible();
  await page.getByLabel("E-Mail").fill("niemand@example.org");
  await page.getByLabel("Passwort").fill("acht leise Eulen 90");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("main")).toContainText("E-Mail oder Passwort ist falsch.");
});

test.describe("signed in", () => {
  test.use({ storageState: ownerState });

  test("the main screens are German", async ({ page, request }) => {
    const application = await createApplication(request);
    const { id } = await createService(request, application.id, "Eingang");
    const here = `/applications/${application.id}`;
    const screens = [
      ["/applications", "Anwendungen"],
      [here, application.name],
      [`${here}/members`, application.name],
      [`${here}/settings`, application.name],
      [`${here}/audit`, application.name],
      [`/services/${id}`, "Eingang"],
      [`/services/${id}/dashboard`, "Eingang"],
      [`/services/${id}/settings`, "Eingang"],
      ["/users", "Konten"],
      ["/audit", "Protokoll"],
      ["/models", "Modelle"],
      ["/server", "Server"],
      ["/profile", "Profil"],
    ] as const;
    for (const [path, title] of screens) {
      await page.goto(path);
      await expectGerman(page, title);
    }
    await expectAccessible(page);
  });

  test("numbers, times and refusals follow the language", async ({ page, request }) => {
    const { name } = await createApplication(request);
    await page.goto(`/applications?search=${encodeURIComponent(name)}`);
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("0 Dienste");
    await page.getByRole("button", { name: "Anwendung anlegen" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Anlegen", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(`Eine Anwendung namens ${name} gibt es schon.`);
    await page.goto("/profile");
    await expect(page.getByRole("list", { name: "Sitzungen" })).toContainText(/gerade eben|vor /);
  });

  test("the reader's choice outweighs the browser's and outlives a reload", async ({ page }) => {
    await page.goto("/applications");
    await page.getByRole("button", { name: "Ihr Konto" }).click();
    await page.getByLabel("Sprache").selectOption("English");
    await expect(page.getByRole("heading", { name: "Applications", level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(page.getByRole("heading", { name: "Applications", level: 1 })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Search applications/ }).fill("deutsch");
    await page.getByRole("option", { name: "Language: Deutsch" }).click();
    await expect(page.getByRole("heading", { name: "Anwendungen", level: 1 })).toBeVisible();
  });
});
