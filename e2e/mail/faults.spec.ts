import { expect, type Page } from "@playwright/test";
import type { GateState } from "@/e2e/fixtures/mail-gate";
import { test } from "@/e2e/fixtures/mailing-server";

async function signUpOn(page: Page, email: string): Promise<void> {
  await page.getByLabel("First name").fill("Vera");
  await page.getByLabel("Last name").fill("Lind");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("nine tall cranes 28");
  await page.getByLabel("Repeat password").fill("nine tall cranes 28");
  await page.getByRole("button", { name: "Create account" }).click();
}

const faults = {
  refused: "refuses connections",
  silent: "takes the connection and says nothing",
  slow: "answers late",
} as const satisfies Partial<Record<GateState, string>>;

for (const [state, words] of Object.entries(faults) as [keyof typeof faults, string][]) {
  test(`a mail server that ${words} neither holds up a sign-up nor loses its mail`, async ({ page, mailing }) => {
    const email = `${state}@example.org`;
    await mailing.gate.set(state);
    await page.goto(`${mailing.url}/sign-up`);
    await signUpOn(page, email);
    await expect(page.getByText("Check your mail")).toBeVisible();
    if (state !== "slow") await mailing.gate.set("open");
    await page.goto(await mailing.linkTo(email, "/verify"));
    await page.getByRole("button", { name: "Confirm address" }).click();
    await expect(page.getByText("Your address is confirmed.")).toBeVisible();
    await mailing.gate.set("open");
  });
}
