import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { build } from "esbuild";
import { cutPortraits, groupPhoto } from "@/e2e/fixtures/portraits";
import { port } from "@/e2e/fixtures/server";
import { test } from "@/e2e/fixtures/service";
import type { VendorClient } from "@/e2e/fixtures/vendor-client";

interface Library {
  readonly CompreFace: new (server: string, port: number) => VendorClient;
}

/** Another name of the same machine is another origin; a page that the browser did not load from it may not ask it. */
const elsewhere = `http://localhost:${port}/api/health/live`;

/** The library as a page loads it: in browsers it sends the page's own Blobs. */
async function bundleLibrary(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: 'export { CompreFace } from "@exadel/compreface-js-sdk";', resolveDir: "." },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "vendor",
    external: ["fs"],
    // It imports the file system without using it there.
    banner: { js: "var require = () => ({});" },
  });
  return outputFiles[0]?.text ?? "";
}

test("the vendor's client library sends Blobs from a page of another origin", async ({
  page,
  request,
  detectionKey,
  recognitionKey,
  verificationKey,
}) => {
  test.slow();
  const [portrait = ""] = await cutPortraits(request, detectionKey);
  await page.goto(elsewhere);
  await page.addScriptTag({ content: await bundleLibrary() });
  const given = {
    port,
    keys: { detectionKey, recognitionKey, verificationKey },
    group: (await readFile(groupPhoto)).toString("base64"),
    portrait: (await readFile(portrait)).toString("base64"),
  };
  const said = await page.evaluate(async ({ port, keys, ...pictures }) => {
    const blobOf = async (text: string) => (await fetch(`data:image/jpeg;base64,${text}`)).blob();
    const [group, portrait] = await Promise.all([blobOf(pictures.group), blobOf(pictures.portrait)]);
    const { vendor } = globalThis as unknown as { vendor: Library };
    const client = new vendor.CompreFace("http://127.0.0.1", port);
    const recognition = client.initFaceRecognitionService(keys.recognitionKey);
    const detected = await client.initFaceDetectionService(keys.detectionKey).detect(group, { limit: 2 });
    const added = await recognition.getFaceCollection().add(portrait, "Ann", {});
    const recognized = await recognition.recognize(portrait, {});
    const verified = await recognition.getFaceCollection().verify(portrait, added.image_id, {});
    const compared = await client
      .initFaceVerificationService(keys.verificationKey)
      .verify(portrait, group, { limit: 1 });
    return { detected, added, recognized, verified, compared };
  }, given);
  expect(said).toMatchObject({
    detected: { result: [{}, {}] },
    added: { subject: "Ann" },
    recognized: { result: [{ subjects: [{ subject: "Ann" }] }] },
    verified: { result: [{ subject: "Ann" }] },
    compared: { result: [{ face_matches: [{}] }] },
  });
});
