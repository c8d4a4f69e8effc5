import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { baseUrl } from "@/e2e/fixtures/server";

test.use({ storageState: ownerState });

const run = promisify(execFile);
const photo = "node_modules/@vladmandic/face-api/demo/sample1.jpg";
const headers = { origin: baseUrl };

/** A folder with the pictures that the examples send, all of one face, which goes after the test. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "mien-snippet-"));
  const face = sharp(photo).extract({ left: 250, top: 200, width: 500, height: 600 });
  const names = ["photo.jpg", "first.jpg", "second.jpg", "anna.jpg"];
  await Promise.all(names.map((name) => face.clone().jpeg().toFile(path.join(folder, name))));
  return folder;
}

async function snippetOf(page: Page, language: string): Promise<string> {
  await page.getByRole("radio", { name: language }).check();
  const figure = page.getByRole("figure", { name: `Example for ${language}` });
  return (await figure.locator("code").textContent()) ?? "";
}

const programs = {
  curl: { file: "request.sh", command: "bash" },
  JavaScript: { file: "request.mjs", command: process.execPath },
} as const;

/** What only a successful answer to the last call has. */
const answers = [
  ["RECOGNITION", "similarity"],
  ["DETECTION", "landmarks"],
  ["VERIFICATION", "similarity"],
  ["LIVENESS", "isLive"],
] as const;

for (const [type, word] of answers) {
  test(`the examples of a ${type} service run as they are shown`, async ({ page, request }) => {
    const service = await createService(request, (await createApplication(request)).id, "Way", type);
    await page.goto(`/services/${service.id}`);
    const folder = await makeFolder();
    for (const [language, { file, command }] of Object.entries(programs)) {
      await writeFile(path.join(folder, file), await snippetOf(page, language));
      const env = { ...process.env, MIEN_API_KEY: service.key };
      const { stdout } = await run(command, [file], { cwd: folder, env });
      expect(`${language}: ${stdout}`).toContain(word);
    }
    expect(await snippetOf(page, "Python")).toContain("requests.post(");
    await rm(folder, { recursive: true });
  });
}

test("the dashboard is empty before the first request, and counts it and its failures afterwards", async ({
  page,
  request,
}) => {
  const { id, key } = await createService(request, (await createApplication(request)).id);
  await page.goto(`/services/${id}`);
  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(page.getByText("No requests in this time.")).toBeVisible();
  await expectAccessible(page);
  for (const limit of ["1", "-1"]) {
    const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") };
    const call = { headers: { "x-api-key": key }, multipart: { file } };
    expect((await request.post(`/api/v1/detection/detect?limit=${limit}`, call)).status()).toBe(400);
  }
  const counted = async () => {
    const answer = await request.get(`/api/admin/services/${id}/statistics`);
    const { items } = (await answer.json()) as { items: readonly { requests: number }[] };
    return items.reduce((sum, { requests }) => sum + requests, 0);
  };
  await expect.poll(counted).toBe(2);
  await page.reload();
  await expect(page.getByRole("img", { name: /^Requests over time: 2 in all/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Errors over time: 2 in all/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Latency over time: at the slowest/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(25);
  // In the last hour, or in the one before when it has just ended.
  const used = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "2", exact: true }) });
  await expect(used.getByRole("cell").filter({ hasText: /^2$/ })).toHaveCount(2);
  await expectAccessible(page);
  await page.getByLabel("Time", { exact: true }).selectOption("Last 30 days");
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(31);
});

test("statistics that cannot be read are said to be so, and read when asked again", async ({ page, request }) => {
  const { id } = await createService(request, (await createApplication(request)).id);
  await page.route("**/statistics?*", (route) => route.fulfill({ status: 503, body: "{}" }));
  await page.goto(`/services/${id}/dashboard`);
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/statistics?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("No requests in this time.")).toBeVisible();
});

test("a member of the lowest role sees keys masked, the dashboard, and settings without a way to change them", async ({
  page,
  request,
  browser,
}) => {
  const application = await createApplication(request);
  const { id, key } = await createService(request, application.id);
  const person = await signUpPerson(request);
  const data = { email: person.email, role: "USER" };
  await request.post(`/api/admin/applications/${application.id}/members`, { data, headers });
  const theirs = await openAs(browser, person);
  await theirs.goto(`/services/${id}`);
  await expect(theirs.getByRole("list", { name: "API keys" })).toContainText(key.slice(0, 8));
  await expect(theirs.getByText("can hand you one")).toBeVisible();
  await expect(theirs.getByRole("button", { name: /Reveal|Rotate|Revoke|Create/ })).toHaveCount(0);
  await expectAccessible(theirs);
  await theirs.getByRole("link", { name: "Settings" }).click();
  await expect(theirs.getByRole("form", { name: "Service settings" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Save" })).toBeHidden();
  await expect(theirs.getByRole("button", { name: "Delete service" })).toHaveCount(0);
  await theirs.getByRole("link", { name: "Dashboard" }).click();
  await expect(theirs.getByText("No requests in this time.")).toBeVisible();
  await page.goto(`/services/${id}`);
  await expect(page.getByRole("button", { name: /^Reveal/ })).toBeVisible();
});
