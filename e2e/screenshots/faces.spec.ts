import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { addFace, addSubject } from "@/e2e/fixtures/collections";
import { ownerState } from "@/e2e/fixtures/people";
import { make, shoot } from "./shoot";

// Drawings of ours: pictures of people would be theirs.
const group = "public/samples/five-faces.svg";
const people = [
  { name: "Ada Berger", left: 60, top: 20 },
  { name: "Chloe Martin", left: 490, top: 20 },
  { name: "Eva Lindqvist", left: 910, top: 40 },
] as const;
const [{ name: first }] = people;

test.use({ viewport: { width: 1200, height: 900 }, storageState: ownerState });

/** Those of the faces in the list and in the grid are drawn. */
async function expectPictures(page: Page): Promise<void> {
  const pictures = page.getByRole("main").locator("img");
  await expect(pictures).toHaveCount(people.length + 1);
  for (const picture of await pictures.all()) await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
}

test("a collection, and who of it is in a picture", async ({ page, request }) => {
  const application = await make(request, "applications", { name: "City library" });
  const data = { name: "Front desk", type: "RECOGNITION" };
  const serviceId = await make(request, `applications/${application}/services`, data);
  for (const { name, left, top } of people) {
    const subjectId = await addSubject(request, serviceId, name);
    const face = await sharp(group).extract({ left, top, width: 300, height: 310 }).jpeg().toBuffer();
    await addFace(request, { serviceId, subjectId }, face);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/services/${serviceId}/collection`);
    await page.getByRole("option", { name: first }).click();
    const faces = page.getByRole("list", { name: `Faces of ${first}` });
    await expect(faces.getByRole("listitem", { name: /^Face added/ })).toHaveCount(1);
    await expectPictures(page);
    await shoot(page, `collection-${colorScheme}`);
    await page.goto(`/services/${serviceId}/test`);
    await page.getByRole("button", { name: "Five faces" }).click();
    await expect(page.getByRole("list", { name: "Faces" }).getByRole("button")).toHaveCount(5);
    await page.getByRole("heading", { name: "Result" }).evaluate((heading) => heading.scrollIntoView());
    await shoot(page, `test-page-${colorScheme}`);
  }
});
