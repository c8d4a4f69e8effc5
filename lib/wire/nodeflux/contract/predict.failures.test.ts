import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as baseUrlGet, POST as baseUrlPost } from "@/app/k/[key]/[[...path]]/route";
import { GET as getUnknown } from "@/app/NFFS-FIQA/[[...path]]/route";
import { GET, OPTIONS, POST } from "@/app/NFFS-FIQA/v1/predict/route";
import type { InferenceErrorCode } from "@/inference/inference-error";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisOf, qualityFace } from "@/lib/wire/testing/quality-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(analysisOf(qualityFace())));

const photo = Buffer.from([0xff, 0xd8, 0xff]).toString("base64");
const address = "http://localhost:8000/NFFS-FIQA/v1/predict";

interface Call {
  readonly key?: string | null;
  readonly type?: string;
}

function request(body: string, { key = keys.quality, type = "application/json" }: Call = {}): Request {
  const headers = { "content-type": type, ...(key !== null && { "x-api-key": key }) };
  return new Request(address, { method: "POST", headers, body });
}

/** Checks that an answer has the documented shape of an error, members in order. @returns its message */
async function messageOf(response: Response, status: number): Promise<string> {
  expect(response.status).toBe(status);
  const text = await response.text();
  expect(text).toMatch(/^\{"job":\{"id":"\d{17}[0-9a-f]{64}","result":null\},"message":"(.+)","ok":false\}$/);
  return JSON.parse(text).message;
}

const messageTo = async (body: unknown, status: number) =>
  messageOf(await POST(request(typeof body === "string" ? body : JSON.stringify(body))), status);

const withThreshold = (name: string, threshold: unknown) => ({
  images: [photo],
  additional_params: { [name]: { threshold } },
});

describe("POST /NFFS-FIQA/v1/predict refuses", () => {
  it.each([
    ["what is not JSON", '{"images": ["x"],}', "The request body is not valid JSON."],
    ["no body", "", "The request has no body; JSON is expected."],
    ["no object", "[]", "The body must be an object"],
    ["no images", {}, "images must be a list of images in base64"],
    ["an empty list", { images: [] }, "images must hold at least one image"],
    ["images that are no list", { images: photo }, "images must be a list of images in base64"],
    ["an image that is no text", { images: [photo, 7] }, "images.1 must be base64"],
    ["what is not base64", { images: [photo, "a*b="] }, "images.1: Provided value is not Base64"],
    ["an empty image", { images: ["data:image/png;base64,"] }, "images.0: The image is empty"],
    [
      "a threshold above 1",
      withThreshold("face_iqa", 1.01),
      "additional_params.face_iqa.threshold must be a number between 0 and 1",
    ],
    [
      "a threshold below 0",
      withThreshold("face_detection", -0.1),
      "additional_params.face_detection.threshold must be a number between 0 and 1",
    ],
    [
      "a threshold that is text",
      withThreshold("face_occlusion", "0.5"),
      "additional_params.face_occlusion.threshold must be a number",
    ],
    [
      "parameters that are no object",
      { images: [photo], additional_params: null },
      "additional_params must be an object",
    ],
  ])("%s with 400", async (_what, body, message) => {
    expect(await messageTo(body, 400)).toBe(message);
    expect(asked).toEqual([]);
  });

  it("10,000 images in one request before it decodes any", async () => {
    const body = { images: Array.from({ length: 10_000 }, () => "not base64 at all") };
    expect(await messageTo(body, 400)).toBe("images must hold at most 16 images");
    expect(asked).toEqual([]);
  });

  it("50 MB of base64 with 413, and an image over the limit of one file", async () => {
    const large = request(JSON.stringify({ images: ["A".repeat(50 * 1024 * 1024)] }));
    expect(await messageOf(await POST(large), 413)).toMatch(/^Request size exceeds the limit/);
    const file = Buffer.alloc(5 * 1024 * 1024 + 1).toString("base64");
    expect(await messageTo({ images: [photo, file] }, 413)).toMatch(/^images\.1: File size exceeds the limit/);
  });

  it.each<readonly [InferenceErrorCode, number, RegExp]>([
    ["image_unsupported", 400, /^images\.0: The image format is not supported$/],
    ["image_unreadable", 400, /^images\.0: The image is damaged or incomplete$/],
    ["image_too_many_pixels", 400, /^images\.0: The image has too many pixels$/],
    ["busy", 503, /^The server is busy/],
    ["timeout", 503, /^The analysis took too long$/],
    ["model_missing", 503, /not available/],
  ])("%s with %i", async (code, status, message) => {
    answerWith(code);
    expect(await messageTo({ images: [photo] }, status)).toMatch(message);
  });

  it("a failure of its own with 500 and no word about it", async () => {
    answerWith(new Error("secret words"));
    expect(await messageTo({ images: [photo] }, 500)).not.toContain("secret");
  });

  it("another content type with 415, another method with 405, an unknown path with 404", async () => {
    expect(await messageOf(await POST(request("x", { type: "text/plain" })), 415)).toMatch(/application\/json/);
    const wrongMethod = await GET(new Request(address));
    expect(wrongMethod.headers.get("allow")).toBe("POST, OPTIONS");
    expect(await messageOf(wrongMethod, 405)).toBe("Request method 'GET' not supported");
    expect(await messageOf(await getUnknown(new Request("http://localhost:8000/NFFS-FIQA/v2")), 404)).toMatch(
      /endpoint/,
    );
  });

  it.each([
    ["missing", null],
    ["unknown", keys.unknown],
    ["no UUID", "abc"],
    ["of a service of another type", keys.detection],
  ])("a key that is %s with 401, before it looks at anything else", async (_what, key) => {
    const answer = await POST(request("not JSON", { key, type: "text/plain" }));
    expect(await messageOf(answer, 401)).toMatch(/x-api-key|quality service/);
  });
});

describe("the base address with the key", () => {
  const addressOf = (key: string) => `http://localhost:8000/k/${key}/NFFS-FIQA/v1/predict`;
  const body = JSON.stringify({ images: [photo] });
  const post = (key: string) =>
    new Request(addressOf(key), { method: "POST", headers: { "content-type": "application/json" }, body });

  it("answers where the service opens it, and only there", async () => {
    expect((await baseUrlPost(post(keys.qualityOpen))).status).toBe(200);
    await messageOf(await baseUrlPost(post(keys.quality)), 401);
    await messageOf(await baseUrlGet(new Request(addressOf(keys.qualityOpen))), 405);
  });
});

it("lets pages ask first and send what they need", async () => {
  const answer = await OPTIONS(new Request(address, { method: "OPTIONS" }));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-headers")).toBe("Content-Type, x-api-key");
});
