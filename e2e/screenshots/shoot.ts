import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { baseUrl } from "@/e2e/fixtures/server";

const folder = "docs/screenshots";

/** Few colours are enough for flat areas and text, and make the file a fraction of the size. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await expect(page.getByText("Loading")).toHaveCount(0);
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
  await sharp(picture)
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(path.join(folder, `${name}.png`));
}

/** Makes something over the admin API. @returns its id */
export async function make(request: APIRequestContext, pathname: string, data: object): Promise<string> {
  const answer = await request.post(`/api/admin/${pathname}`, { data, headers: { origin: baseUrl } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}
