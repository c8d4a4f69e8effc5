import { expect, type Page } from "@playwright/test";
import { test } from "@/e2e/fixtures/mailing-server";
import { signInOn } from "@/e2e/fixtures/people";

interface SignUp {
  readonly email: string;
  readonly password: string;
}

async function signUpOn(page: Page, { email, password }: SignUp): Promise<void> {
  await page.getByLabel("First name").fill("Mila");
  await page.getByLabel("Last name").fill("Novak");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
}

async function confirmOn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("Your address is confirmed.")).toBeVisible();
}

const mila: SignUp = { email: "mila@example.org", password: "four shy otters 63" };

// One after another: each goes on with what the one before left on the installation.
test.describe.configure({ mode: "serial" });

const changed: SignUp = { ...mila, password: "five bold lynxes 29" };

test("an account needs the mailed link, and the link works once", async ({ page, mailing }) => {
  await page.goto(`${mailing.url}/sign-up`);
  await signUpOn(page, mila);
  await expect(page.getByText("Check your mail")).toBeVisible();
  await page.goto(`${mailing.url}/sign-in`);
  await signInOn(page, mila);
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();

  const link = await mailing.linkTo(mila.email, "/verify");
  await confirmOn(page, link);
  await signInOn(page, mila);
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("This link does not work, or no longer")).toBeVisible();
});

test("a forgotten password is replaced by a mailed link", async ({ page, mailing }) => {
  await page.goto(`${mailing.url}/sign-in`);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot password" })).toBeVisible();
  await page.getByLabel("E-mail").fill(mila.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText("a message with a link is on its way")).toBeVisible();
  await page.goto(await mailing.linkTo(mila.email, "/reset-password"));
  await page.getByRole("textbox", { name: "New password" }).fill(changed.password);
  await page.getByLabel("Repeat password").fill(changed.password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await signInOn(page, changed);
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
});

test("somebody without an account is invited and finds the application after signing up", async ({ page, mailing }) => {
  const guest: SignUp = { email: "guest@example.org", password: "six calm badgers 54" };
  await page.goto(`${mailing.url}/sign-in`);
  await signInOn(page, changed);
  await page.getByRole("button", { name: "Create application" }).first().click();
  await page.getByLabel("Name").fill("Gate");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("button", { name: "Add member" }).click();
  await page.getByLabel("E-mail").fill(guest.email);
  await page.getByRole("dialog").getByRole("button", { name: "Add member" }).click();
  await expect(page.getByRole("list", { name: "Invitations" })).toContainText(guest.email);
  const invitation = await mailing.linkTo(guest.email, "/sign-up");
  await page.getByRole("button", { name: "your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto(invitation);
  // Whoever follows the mailed invitation has proved the address by that.
  await signUpOn(page, guest);
  await expect(page.getByText("Your account is ready.")).toBeVisible();
  await signInOn(page, guest);
  await expect(page.getByRole("link", { name: "Gate" })).toBeVisible();
});
