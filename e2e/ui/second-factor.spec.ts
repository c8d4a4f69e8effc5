import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { anyClient, openAs, ownerState, type Person, signInOn, signUpPerson } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";
import { codeOf, confirmEnrolment, turnOnSecondFactor } from "@/e2e/fixtures/second-factor";

test.use({ extraHTTPHeaders: anyClient() });

const refusal = "The code is wrong or was used already, or there were too many tries.";

async function enterCode(page: Page, person: Person, code: string): Promise<void> {
  await page.goto("/sign-in");
  await signInOn(page, person);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
}

test("a second factor is turned on by the password, a scanned secret and its first code", async ({
  browser,
  request,
}) => {
  const person = await signUpPerson(request);
  const page = await openAs(browser, person);
  const problems = noteProblems(page);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn on the second factor" });
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code with the secret" })).toBeVisible();
  await expectAccessible(page);
  await confirmEnrolment(page);
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file.trim().split("\n")).toEqual(await codes.allInnerTexts());
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Second factor" })).toBeFocused();
  expect(problems).toEqual([]);
});

test("a first code that is wrong is refused at its field", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  const page = await openAs(browser, person);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByLabel("Your password").fill(person.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Code of the app").fill("12345");
  await page.getByRole("dialog").getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByLabel("Code of the app")).toHaveAccessibleDescription("is not the one that the app shows now");
});

test("signing in asks for a code of the app, and refuses wrong and used ones", async ({ browser, page, request }) => {
  const person = await signUpPerson(request);
  const { secret } = await turnOnSecondFactor(await openAs(browser, person), person.password);
  await page.goto("/sign-in");
  await signInOn(page, person);
  await expect(page.getByLabel("Code")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Code").fill("12345");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(refusal)).toBeVisible();
  await expectAccessible(page);
  // The very same one later, whatever the app shows by then.
  const code = codeOf(secret, 1);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
  await enterCode(page, person, code);
  await expect(page.getByText(refusal)).toBeVisible();
});

test("signing in takes each recovery code once", async ({ browser, page, request }) => {
  const person = await signUpPerson(request);
  const { recoveryCodes } = await turnOnSecondFactor(await openAs(browser, person), person.password);
  await enterCode(page, person, recoveryCodes[0] ?? "");
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
  await page.goto("/profile");
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
  await enterCode(page, person, recoveryCodes[0] ?? "");
  await expect(page.getByText(refusal)).toBeVisible();
});

test("recovery codes are renewed and the factor is turned off with the password", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  const page = await openAs(browser, person);
  const { recoveryCodes } = await turnOnSecondFactor(page, person.password);
  await page.getByRole("button", { name: "New recovery codes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("wrong");
  await dialog.getByRole("button", { name: "New recovery codes" }).click();
  await expect(dialog.getByLabel("Your password")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "New recovery codes" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).not.toContainText(recoveryCodes[0] ?? "");
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
  await openAs(browser, person);
});

test("the owner resets the factor of somebody who lost it", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  await turnOnSecondFactor(await openAs(browser, person), person.password);
  const context = await browser.newContext({ storageState: ownerState, extraHTTPHeaders: anyClient() });
  const page = await context.newPage();
  await page.goto(`/users?search=${person.email}`);
  await page.getByRole("button", { name: `Reset the second factor of ${person.email}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset second factor" }).click();
  await expect(page.getByText(`The second factor of ${person.email} is off.`)).toBeVisible();
  await openAs(browser, person);
});
