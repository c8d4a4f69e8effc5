import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { noteProblems } from "@/e2e/fixtures/problems";
import { test } from "@/e2e/fixtures/provider-server";
import { codeOf, confirmEnrolment, keepRecoveryCodes } from "@/e2e/fixtures/second-factor";

// One provider knows one person at a time.
test.describe.configure({ mode: "serial" });

const newPerson = (told: object = {}) => ({
  sub: randomUUID(),
  email: `${randomUUID().slice(0, 8)}@example.org`,
  email_verified: true,
  name: "Olga Berg",
  ...told,
});

test("who comes from the provider gets an account, the first that of the owner", async ({ page, withProvider }) => {
  const { provider, url } = withProvider;
  provider.person = newPerson();
  const problems = noteProblems(page);
  await page.goto(`${url}/sign-up`);
  await expect(page.getByRole("link", { name: "Sign up with Example ID" })).toBeVisible();
  await page.goto(`${url}/sign-in?next=%2Fusers`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await expect(page.getByRole("list", { name: "Users" })).toContainText("Owner");
  await expect(page.getByRole("button", { name: /^Olga/ })).toBeVisible();
  expect(problems).toEqual([]);
});

test("an account without a password is deleted by typing its address", async ({ page, withProvider }) => {
  const { provider, url } = withProvider;
  const person = newPerson();
  provider.person = person;
  await page.goto(`${url}/sign-in`);
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
  await page.goto(`${url}/profile`);
  await expect(page.getByText("Your account has no password: you sign in with Example ID.")).toBeVisible();
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete account" });
  await dialog.getByLabel(`Type ${person.email} to confirm`).fill(person.email);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is deleted.")).toBeVisible();
});

test("a second factor is asked for after the provider too", async ({ page, withProvider }) => {
  const { provider, url } = withProvider;
  provider.person = newPerson();
  await page.goto(`${url}/sign-in`);
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await expect(page.getByRole("heading", { name: "Applications" })).toBeVisible();
  await page.goto(`${url}/profile`);
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  const secret = await confirmEnrolment(page);
  await expect(page.getByText("Keep these recovery codes")).toBeVisible();
  await keepRecoveryCodes(page);
  await page.context().clearCookies();
  await page.goto(`${url}/sign-in?next=%2Fprofile`);
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await page.getByLabel("Code").fill("12345");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("The code is wrong, or it is too late for it.")).toBeVisible();
  await page.getByLabel("Code").fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("who declines, or whose address is not confirmed, reads why nothing came of it", async ({
  page,
  withProvider,
}) => {
  const { provider, url } = withProvider;
  provider.person = newPerson();
  provider.declines = true;
  await page.goto(`${url}/sign-in`);
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await expect(page.getByText("The sign-in was cancelled at the other service.")).toBeVisible();
  await expectAccessible(page);
  provider.declines = false;
  await page.goto(`${url}/api/auth/oidc/callback?code=x&state=y`);
  await expect(page.getByText("The sign-in took too long")).toBeVisible();
});
