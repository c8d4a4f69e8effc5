import { expect, test } from "@playwright/test";
import { anyClient, openAs, signInOn, signUpPerson } from "@/e2e/fixtures/people";

test.use({ extraHTTPHeaders: anyClient() });

test("a wrong password is refused with one text, and the form stays", async ({ page, request }) => {
  const person = await signUpPerson(request);
  await page.goto("/sign-in");
  await signInOn(page, { ...person, password: "not the password" });
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
});

test("an account is not made while fields are wrong, and each says what is", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("First name")).toHaveAccessibleDescription("must not be empty");
  await expect(page.getByLabel("First name")).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("must be a plain e-mail address");
  await expect(page.getByLabel("Repeat password")).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/\/sign-up$/);
});

test("a well-known password is refused at its field", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("First name").fill("Paul");
  await page.getByLabel("Last name").fill("Weiss");
  await page.getByLabel("E-mail").fill("paul@example.org");
  await page.getByLabel("Password", { exact: true }).fill("password123");
  await page.getByLabel("Repeat password").fill("password123");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test("a page asks a stranger to sign in and comes back with all its parameters", async ({ page, request }) => {
  const person = await signUpPerson(request);
  await page.goto("/applications?search=gate");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signInOn(page, person);
  await expect(page).toHaveURL(/\/applications\?search=gate$/);
});

test("a foreign address behind next is not followed", async ({ page, request }) => {
  const person = await signUpPerson(request);
  await page.goto("/sign-in?next=%2F%5Cexample.com");
  await signInOn(page, person);
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/applications$/);
});

test("a session that ended elsewhere leads to sign-in and back", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  const here = await openAs(browser, person);
  const elsewhere = await openAs(browser, person);
  await elsewhere.goto("/profile");
  await elsewhere.getByRole("button", { name: "Sign out the others" }).click();
  await expect(elsewhere.getByRole("list", { name: "Sessions" }).getByRole("listitem")).toHaveCount(1);
  await here.goto("/profile");
  await expect(here.getByText("Sign in to go on where you were.")).toBeVisible();
  await signInOn(here, person);
  await expect(here.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("signing out ends the session", async ({ browser, request }) => {
  const page = await openAs(browser, await signUpPerson(request));
  await page.getByRole("button", { name: "your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/applications");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a name and a password can be changed, the old password no longer works", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  const page = await openAs(browser, person);
  await page.goto("/profile");
  await page.getByLabel("First name").fill("Petra");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: /^Petra/ })).toBeVisible();
  const changed = { ...person, password: "nine slow pelicans 18" };
  await page.getByLabel("Current password").fill("wrong");
  await page.getByLabel("New password", { exact: true }).fill(changed.password);
  await page.getByLabel("Repeat new password").fill(changed.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Current password").fill(person.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed, and your other sessions have ended.")).toBeVisible();
  await openAs(browser, changed);
});

test("an account can be deleted by its owner with the password", async ({ browser, request }) => {
  const person = await signUpPerson(request);
  const page = await openAs(browser, person);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete account" });
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is deleted.")).toBeVisible();
  await signInOn(page, person);
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
});
