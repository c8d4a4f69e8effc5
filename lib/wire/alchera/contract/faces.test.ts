import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, OPTIONS } from "@/app/faces/route";
import { failureOf, golden, pictureOf, post, squareFace, textOf } from "@/lib/wire/testing/alchera-app";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

const jpeg = new Uint8Array([0xff, 0xd8, 0xff]);
const sizes = [60, 200, 47, 300, 48];
const crowd = pictureOf(...sizes.map((side, at) => squareFace(150 * at, 20, side)));

beforeAll(makeReady);
beforeEach(() => answerWith(crowd));

const find = (query = "", body: BodyInit = jpeg, type?: string) =>
  post("faces", { key: keys.detection, query, body, ...(type !== undefined && { type }) });

async function widthsOf(query: string): Promise<number[]> {
  const { count, faces } = (await (await find(query)).json()) as { count: number; faces: { box: { width: number } }[] };
  expect(count).toBe(faces.length);
  return faces.map(({ box }) => Math.round(box.width));
}

describe("POST /faces answers", () => {
  it("as the golden file", async () => {
    answerWith(pictureOf(squareFace(117.23624, 247.9227, 202.05891)));
    const response = await find();
    expect(response.status).toBe(200);
    expect(await textOf(response)).toBe(await golden("faces"));
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("alchera-facesdk-version")).toBe("0.9.5.2-compatible");
    expect(asked[0]?.options).toEqual({ features: ["pose", "landmarks106"] });
  });

  it("with the largest face first, none smaller than 48 and ten at most", async () => {
    expect(await widthsOf("")).toEqual([300, 200, 60, 48]);
    answerWith(pictureOf(...Array.from({ length: 14 }, (_, at) => squareFace(60 * at, 0, 50 + at))));
    expect(await widthsOf("")).toHaveLength(10);
    expect(await widthsOf("?detectcount=12")).toHaveLength(12);
  });

  it.each([
    ["?minsize=61", [300, 200]],
    ["?maxsize=200", [200, 60, 48]],
    ["?minsize=1&maxsize=60&detectcount=2", [60, 48]],
    ["?detectcount=1", [300]],
    ["?maxsize=5000", [300, 200, 60, 48]],
    ["?minsize=400", []],
    ["?minsize=61&minsize=1&other=x", [300, 200]],
  ])("%s", async (query, widths) => {
    expect(await widthsOf(query)).toEqual(widths);
  });

  it("with every face up to the picture's size, however far its square reaches beyond", async () => {
    answerWith(pictureOf(squareFace(-50, -50, 1100)));
    expect(await widthsOf("?maxsize=1000")).toEqual([1100]);
  });

  it("with no face and success when there is none", async () => {
    answerWith(pictureOf());
    expect(await (await find()).json()).toEqual({
      count: 0,
      faces: [],
      return_msg: { return_code: "INF-00", return_msg: "OK." },
    });
  });

  it.each(["image/jpeg", "application/x-www-form-urlencoded", "multipart/form-data", "application/json", undefined])(
    "to the bytes of the body as they are, sent as %s",
    async (type) => {
      expect((await find("", jpeg, type)).status).toBe(200);
      expect([...(asked[0]?.bytes ?? [])]).toEqual([...jpeg]);
    },
  );
});

describe("POST /faces refuses", () => {
  it.each(["minsize", "maxsize", "detectcount"])("%s that is no whole number above 0", async (name) => {
    for (const value of ["0", "-1", "1.5", "x", "", "1e3", "+5", "%20", "9999999999"]) {
      expect(await failureOf(find(`?${name}=${value}`))).toEqual([400, "INF-02"]);
    }
    expect(asked).toEqual([]);
  });

  it("a lower bound above the upper one, also above the default's", async () => {
    expect(await failureOf(find("?minsize=100&maxsize=99"))).toEqual([400, "INF-02"]);
    expect(await failureOf(find("?maxsize=47"))).toEqual([400, "INF-02"]);
  });

  it("an empty body", async () => {
    expect(await failureOf(find("", ""))).toEqual([400, "INF-03"]);
  });

  it("a body beyond the limit", async () => {
    expect(await failureOf(find("", new Uint8Array(6 * 1024 * 1024)))).toEqual([413, "INF-01"]);
  });

  it.each(["image_unsupported", "image_unreadable", "image_too_many_pixels"] as const)("%s", async (code) => {
    answerWith(code);
    expect(await failureOf(find())).toEqual([400, "INF-04"]);
  });

  it("other methods, and answers preflights", async () => {
    const request = () => new Request("http://localhost:8000/faces");
    expect(await failureOf(GET(request()))).toEqual([405, "INF-25"]);
    expect((await GET(request())).headers.get("allow")).toBe("POST, OPTIONS");
    expect((await OPTIONS(request())).status).toBe(204);
  });
});
