import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { groupPhoto } from "@/e2e/fixtures/portraits";
import { baseUrl } from "@/e2e/fixtures/server";
import { test } from "@/e2e/fixtures/service";

test("the API's page sends a picture and shows the answer, all from our own origin", async ({ page, detectionKey }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseUrl)) foreign.push(request.url());
  });
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mien, CompreFace-compatible API");
  await page.getByLabel("API key").fill(detectionKey);
  await page.getByText("Find the faces of a picture").first().click();
  const form = page.getByRole("form", { name: "Find the faces of a picture" });
  await form.getByLabel("limit").fill("1");
  await form.getByLabel("file").setInputFiles(groupPhoto);
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form.getByRole("figure", { name: "Answer" })).toContainText('"x_max"');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(foreign).toEqual([]);
});

test("the description of the API is there for generators of any origin", async ({ request }) => {
  const answer = await request.get("/docs/api/openapi.json");
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  expect(await answer.json()).toMatchObject({ openapi: "3.1.1", paths: { "/api/v1/detection/detect": { post: {} } } });
});
