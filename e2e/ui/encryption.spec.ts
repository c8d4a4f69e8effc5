import { createCipheriv } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { ownerState } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState });

interface Pair {
  readonly key: string;
  readonly iv: string;
}

async function readPair(page: Page): Promise<Pair> {
  const read = async (name: string) =>
    (await page.getByRole("figure", { name, exact: true }).locator("code").innerText()).trim();
  return { key: await read("Key"), iv: await read("IV") };
}

/** What a client of SenseID gets for a photo that it encrypted with the pair. */
async function codeWith(request: APIRequestContext, apiKey: string, { key, iv }: Pair): Promise<number> {
  const photo = await readFile("node_modules/@vladmandic/face-api/demo/sample1.jpg");
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(photo), cipher.final(), cipher.getAuthTag()]);
  const answer = await request.post("/quality/face/stateless", {
    headers: { "x-api-key": apiKey },
    form: { encrypted_image: sealed.toString("base64") },
  });
  return (await answer.json()).code;
}

test("the encryption of a quality service is shown, works, and is replaced", async ({ page, request }) => {
  const problems = noteProblems(page);
  const { id, key: apiKey } = await createService(request, (await createApplication(request)).id, "Quality", "QUALITY");
  await page.goto(`/services/${id}/settings`);
  await page.getByRole("button", { name: "Show key and IV" }).click();
  await expect(page.getByText("It is recorded who looked at the key")).toBeVisible();
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.getByRole("figure", { name: "Key", exact: true })).toBeVisible();
  const first = await readPair(page);
  expect(await codeWith(request, apiKey, first)).toBe(1000);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Replace key and IV" }).click();
  const form = page.getByRole("form", { name: "Replace key and IV" });
  await form.getByLabel("New key").fill("too short");
  await form.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(form.getByText("Must have exactly 32 bytes")).toBeVisible();
  const clients = { key: "k".repeat(32), iv: "i".repeat(12) };
  await form.getByLabel("New key").fill(clients.key);
  await form.getByLabel("New IV").fill(clients.iv);
  await form.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByRole("figure", { name: "Key", exact: true })).toContainText(clients.key);
  expect(await readPair(page)).toEqual(clients);
  expect(await codeWith(request, apiKey, clients)).toBe(1000);
  expect(await codeWith(request, apiKey, first)).toBe(1200);
  expect(problems).toEqual([]);
});

test("services of other types have no encryption to show", async ({ page, request }) => {
  const { id } = await createService(request, (await createApplication(request)).id);
  await page.goto(`/services/${id}/settings`);
  await expect(page.getByRole("form", { name: "Service settings" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show key and IV" })).toHaveCount(0);
});
