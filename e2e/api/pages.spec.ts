import { expect, test } from "@playwright/test";

test("a page takes no POST, so that nothing is searched for a server action", async ({ request }) => {
  const answer = await request.post("/", {
    multipart: { file: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") } },
  });
  expect(answer.status()).toBe(405);
  expect(answer.headers().allow).toBe("GET, HEAD");
});
