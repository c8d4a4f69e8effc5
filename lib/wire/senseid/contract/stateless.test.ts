import { createCipheriv, randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as baseUrlPost } from "@/app/k/[key]/[[...path]]/route";
import { GET as getUnknown } from "@/app/quality/[[...path]]/route";
import { GET, POST } from "@/app/quality/face/stateless/route";
import type { InferenceErrorCode } from "@/inference/inference-error";
import { goldenOf } from "@/lib/wire/testing/golden";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisOf, qualityFace } from "@/lib/wire/testing/quality-analysis";

const pair = { encryptionKey: "0123456789abcdef0123456789abcdef", encryptionIv: "0123456789ab" };

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
vi.mock("@/lib/domain/client-encryption/service", async () => {
  const { decrypt } = await import("@/lib/domain/client-encryption/utils");
  const { AppError } = await import("@/lib/errors/app-error");
  // The pair itself comes out of the database, which has tests of its own.
  const decryptPicture = async ({ bytes }: { bytes: Uint8Array }) => {
    const open = decrypt(bytes, pair);
    if (open === null) throw new AppError("invalid_request", "not with this pair");
    return open;
  };
  return { decryptPicture };
});

beforeAll(makeReady);
beforeEach(() => answerWith(analysisOf(qualityFace())));

const address = "http://localhost:8000/quality/face/stateless";
const photo = new Uint8Array([0xff, 0xd8, 0xff]);

/** As the vendor's manual tells clients to: AES/GCM/NoPadding with the tag behind, in base64. */
function encrypt(bytes: Uint8Array): string {
  const cipher = createCipheriv("aes-256-gcm", pair.encryptionKey, pair.encryptionIv);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

interface Call {
  readonly type?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as it comes over the network: with the length of its body. */
function request(body: string | FormData, { type, key = keys.quality, headers }: Call = {}): Request {
  const init = { method: "POST", body, headers: { "x-request-id": "client-1", "content-length": "100", ...headers } };
  const made = new Request(address, init);
  if (key !== null) made.headers.set("x-api-key", key);
  if (type !== undefined) made.headers.set("content-type", type);
  return made;
}

const urlEncoded = "application/x-www-form-urlencoded";
const json = (body: unknown) => request(JSON.stringify(body), { type: "application/json" });
const field = (value: string) => request(`encrypted_image=${value}`, { type: urlEncoded });

function form(entries: Readonly<Record<string, string | Uint8Array>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(entries)) {
    made.set(name, typeof value === "string" ? value : new File([Uint8Array.from(value)], "photo"));
  }
  return made;
}

const golden = goldenOf("senseid");

describe("POST /quality/face/stateless answers", () => {
  it("as the golden file, member for member", async () => {
    const response = await POST(field(encodeURIComponent(encrypt(photo))));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(await golden("one-face"));
    expect(asked[0]?.bytes).toEqual(photo);
  });

  it("with all faces in the engine's order, and nothing of the vendor's that is not asked for", async () => {
    answerWith(analysisOf(qualityFace(), qualityFace(), qualityFace()));
    const { code, faces, request_id } = await (await POST(field(encodeURIComponent(encrypt(photo))))).json();
    expect([code, faces.length, request_id]).toEqual([1000, 3, "client-1"]);
    expect(asked[0]?.options.features).toEqual(["pose"]);
    expect(asked[0]?.options.quality).not.toContain("unified");
  });

  // Random bytes long enough to hold every sign of the alphabet.
  const long = Uint8Array.from(randomBytes(60_000));
  const text = encrypt(long);
  it.each<readonly [string, () => Request]>([
    ["a form without escapes, whose plus signs arrive as blanks", () => field(text)],
    ["a form in the URL-safe alphabet without padding", () => field(Buffer.from(text, "base64").toString("base64url"))],
    ["lines of 76 letters", () => json({ encrypted_image: text.replaceAll(/.{76}/g, "$&\r\n") })],
    ["JSON", () => json({ encrypted_image: text, image: "ignored" })],
    ["a text part of a form", () => request(form({ encrypted_image: text }))],
    ["a file part of a form", () => request(form({ encrypted_image: Buffer.from(text) }))],
    ["a plain picture in a form", () => request(form({ image: long }))],
    [
      "a plain picture in JSON",
      () => json({ image: `data:image/jpeg;base64,${Buffer.from(long).toString("base64")}` }),
    ],
    [
      "a plain picture in a form without escapes",
      () => request(`image=${Buffer.from(long).toString("base64")}`, { type: urlEncoded }),
    ],
  ])("to %s", async (_what, make) => {
    const response = await POST(make());
    expect([response.status, await response.text()]).toEqual([200, await golden("one-face")]);
    expect(Buffer.compare(Buffer.from(asked[0]?.bytes ?? []), Buffer.from(long))).toBe(0);
  });

  it("a body that comes in chunks, without a length", async () => {
    const chunked = json({ image: Buffer.from(photo).toString("base64") });
    chunked.headers.delete("content-length");
    chunked.headers.set("transfer-encoding", "chunked");
    expect((await POST(chunked)).status).toBe(200);
  });
});

async function expectFailure(response: Response, status: number, name: string): Promise<void> {
  expect([response.status, await response.text()]).toEqual([status, await golden(name)]);
}

describe("POST /quality/face/stateless refuses", () => {
  it.each<readonly [string, () => Request]>([
    ["no picture", () => request("other=1", { type: urlEncoded })],
    ["an empty picture", () => field("")],
    ["what is not base64", () => field("a*b")],
    ["one letter too many", () => json({ image: "abcde" })],
    ["what was not encrypted", () => json({ encrypted_image: Buffer.alloc(100).toString("base64") })],
    ["a picture that is no text", () => json({ encrypted_image: 7 })],
    ["what is not JSON", () => request("{", { type: "application/json" })],
    ["another content type", () => request("photo", { type: "text/plain" })],
    ["a broken form", () => request("photo", { type: "multipart/form-data; boundary=x" })],
  ])("%s with 1200", async (_what, make) => {
    await expectFailure(await POST(make()), 400, "invalid-argument");
    expect(asked).toEqual([]);
  });

  it.each([
    [127, 200, 400],
    [200, 127, 400],
    [128, 128, 200],
    [6000, 128, 200],
    [6001, 200, 400],
  ])("a photo of %i x %i pixels with 2003, or does not: %i", async (width, height, status) => {
    answerWith({ ...analysisOf(qualityFace()), width, height });
    const response = await POST(json({ image: "AAAA" }));
    if (status === 400) await expectFailure(response, 400, "invalid-size");
    else expect(response.status).toBe(status);
  });

  it("a photo of more than 5 MB with 2004, encrypted or plain, but not one of 5 MB", async () => {
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    for (const body of [{ encrypted_image: encrypt(large) }, { image: Buffer.from(large).toString("base64") }]) {
      await expectFailure(await POST(json(body)), 400, "invalid-length");
    }
    expect(asked).toEqual([]);
    expect((await POST(json({ encrypted_image: encrypt(large.subarray(1)) }))).status).toBe(200);
  });

  it("a body of 50 MB with 413, and one of unknown length with 411", async () => {
    const large = field("A".repeat(50 * 1024 * 1024));
    await expectFailure(await POST(large), 413, "invalid-length");
    const unknown = field("AAAA");
    unknown.headers.delete("content-length");
    await expectFailure(await POST(unknown), 411, "invalid-length");
  });

  it.each<readonly [InferenceErrorCode, string]>([
    ["image_unsupported", "invalid-type"],
    ["image_unreadable", "invalid-type"],
    ["image_too_many_pixels", "invalid-size"],
  ])("%s as %s", async (code, name) => {
    answerWith(code);
    await expectFailure(await POST(json({ image: "AAAA" })), 400, name);
  });

  it("a photo without a face with 4000, unless it is too small as well", async () => {
    answerWith(analysisOf());
    await expectFailure(await POST(json({ image: "AAAA" })), 400, "detection-failed");
    answerWith({ ...analysisOf(), width: 64 });
    await expectFailure(await POST(json({ image: "AAAA" })), 400, "invalid-size");
  });

  it.each([
    ["no key", () => POST(request("x", { key: null })), 401, 1401],
    ["a key of another service", () => POST(request("x", { key: keys.detection })), 401, 1401],
    ["another method", () => GET(request("x").clone()), 405, 1405],
    ["an unknown path", () => getUnknown(request("x")), 404, 1404],
  ])("%s in the same shape", async (_what, send, status, code) => {
    const response = await send();
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(Object.keys(body)).toEqual(["code", "message", "request_id"]);
    expect(body).toMatchObject({ code, request_id: "client-1" });
  });

  it("a busy and a failing engine with words that say nothing of its inside", async () => {
    answerWith("busy");
    const busy = await POST(json({ image: "AAAA" }));
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await busy.json()).toEqual({ code: 1503, message: "service busy", request_id: "client-1" });
    answerWith(new Error("secret words"));
    const failed = await POST(json({ image: "AAAA" }));
    expect(failed.status).toBe(500);
    expect(await failed.json()).toEqual({ code: 1500, message: "internal error", request_id: "client-1" });
  });
});

it("answers behind the base address with the key, where the service opens it", async () => {
  const send = (key: string) => {
    const body = JSON.stringify({ image: "AAAA" });
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const url = `http://localhost:8000/k/${key}/quality/face/stateless`;
    return baseUrlPost(new Request(url, { method: "POST", headers, body }));
  };
  expect((await send(keys.qualityOpen)).status).toBe(200);
  expect((await send(keys.quality)).status).toBe(401);
});
