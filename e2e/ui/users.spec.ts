import { expect, test } from "@playwright/test";
import { openAs, ownerState, signInOn, signUpPerson } from "@/e2e/fixtures/people";

test.use({ storageState: ownerState });

test("a user becomes administrator of the server and sees the users", async ({ page, browser, request }) => {
  const person = await signUpPerson(request);
  const theirs = await openAs(browser, person);
  await expect(theirs.getByRole("link", { name: "Users" })).toBeHidden();
  await page.goto(`/users?search=${person.email}`);
  await page.getByRole("button", { name: `Change role of ${person.email}` }).click();
  await page.getByLabel(`Role of ${person.email}`, { exact: true }).selectOption("ADMINISTRATOR");
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: person.email })).toContainText("Administrator");
  const again = await openAs(browser, person);
  await again.getByRole("link", { name: "Users" }).click();
  await again.getByLabel("Search users").fill("olga@example.org");
  await expect(again.getByRole("list", { name: "Users" })).toContainText("olga@example.org");
});

test("a disabled account cannot sign in until it is enabled, a deleted one never", async ({
  page,
  browser,
  request,
}) => {
  const person = await signUpPerson(request);
  const theirs = await openAs(browser, person);
  await page.goto(`/users?search=${person.email}`);
  await page.getByRole("button", { name: `Disable ${person.email}` }).click();
  await page.getByRole("button", { name: "Disable account" }).click();
  await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
  await theirs.goto("/applications");
  await signInOn(theirs, person);
  await expect(theirs.getByText("E-mail or password is wrong.")).toBeVisible();
  await page.getByRole("button", { name: `Enable ${person.email}` }).click();
  await page.getByRole("button", { name: "Enable account" }).click();
  await expect(page.getByText("Disabled", { exact: true })).toBeHidden();
  await openAs(browser, person);
  await page.getByRole("button", { name: `Delete ${person.email}` }).click();
  await page.getByLabel(`Type ${person.email} to confirm`).fill(person.email);
  await page.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByText("Nobody matches the search.")).toBeVisible();
});
