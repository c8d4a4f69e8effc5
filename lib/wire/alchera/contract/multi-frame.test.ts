import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { config } from "@/lib/config/env";
import { type RawEntry, rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import {
  answerSeriesWith,
  askedSeries,
  failureOf,
  filesForm,
  golden,
  post,
  textOf,
} from "@/lib/wire/testing/alchera-app";
import { answerWith, keys, makeReady } from "@/lib/wire/testing/harness";
import { emptyAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
vi.mock("@/lib/config/env", async (original) => {
  const actual = await original<typeof import("@/lib/config/env")>();
  return { ...actual, config: vi.fn(actual.config) };
});

const verdict = { probability: 0.74912024, isSamePerson: true, isSamePicture: false, faceless: [] };
/** Packed, and nothing told of the kind of file, as outside of Unix. */
const fileOf = (name: string, content: string): RawEntry => ({ name, content, isDeflated: true, unixMode: 0 });
const pictures = (...names: readonly string[]) => names.map((name) => fileOf(name, `picture ${name}`));
const four = pictures("1.png", "2.png", "3.jpg", "4.jpg");
const megabyte = 1024 * 1024;

beforeAll(makeReady);
beforeEach(() => {
  answerWith(emptyAnalysis);
  answerSeriesWith(verdict);
});
afterEach(() => vi.mocked(config).mockClear());

const judge = (images: Uint8Array) => post("liveness/multiframe", { key: keys.liveness, body: filesForm({ images }) });
const judgeZip = (...entries: readonly RawEntry[]) => judge(rawZip(entries));

describe("POST /liveness/multiframe answers", () => {
  it("as the golden file", async () => {
    const response = await judgeZip(...four);
    expect(response.status).toBe(200);
    expect(await textOf(response)).toBe(await golden("multiframe"));
    expect(response.headers.get("alchera-api-version")).toBe("1.0.0");
    expect(response.headers.get("alchera-facesdk-version")).toBe("0.9.5.2-compatible");
  });

  it.each([
    ["3.jpg", "4.jpg", "1.jpg", "2.png"],
    ["4.PNG", "3.Jpeg", "2.JPG", "1.png"],
  ])("to pictures in the order of their numbers, zipped as %s, %s, %s, %s", async (...names) => {
    await judgeZip(...pictures(...names));
    const texts = askedSeries[0]?.map((bytes) => Buffer.from(bytes).toString());
    expect(texts).toEqual(names.toSorted().map((name) => `picture ${name}`));
  });

  it("without looking at folders and what a Mac adds", async () => {
    const extras = [fileOf("__MACOSX/._1.png", "\0\0\0"), fileOf("empty/", "")];
    expect((await judgeZip(...extras, ...four)).status).toBe(200);
    expect((await judgeZip(...four.map((entry) => ({ ...entry, unixMode: 0o100644 })))).status).toBe(200);
  });
});

describe("POST /liveness/multiframe refuses", () => {
  const [first, ...others] = four as [RawEntry, ...RawEntry[]];
  const instead = (entry: Partial<RawEntry>) => judgeZip({ ...first, ...entry }, ...others);

  it.each([
    ["the document's example of wrong names", ["1.png", "img2.jpg", "test3.jpg", "4.jpg"], "INF-23"],
    ["the document's example of three pictures", ["1.jpg", "2.jpg", "3.jpg"], "INF-24"],
    ["five pictures", ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"], "INF-24"],
    ["an empty archive", [], "INF-24"],
    ["another file beside", ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "notes.txt"], "INF-24"],
    ["a number twice", ["1.jpg", "1.png", "3.jpg", "4.jpg"], "INF-23"],
    ["other numbers", ["0.jpg", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["other formats", ["1.gif", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["a way out of the folder", ["../1.jpg", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["an absolute path", ["/1.jpg", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["a path of Windows", ["C:\\1.jpg", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["pictures in a folder", ["a/1.jpg", "a/2.jpg", "a/3.jpg", "a/4.jpg"], "INF-23"],
    ["a name with a zero in it", ["1.jpg\0.png", "2.jpg", "3.jpg", "4.jpg"], "INF-23"],
    ["a thousand entries", Array.from({ length: 1000 }, (_, at) => `${at}.jpg`), "INF-24"],
  ])("%s", async (_what, names, code) => {
    expect(await failureOf(judgeZip(...pictures(...names)))).toEqual([400, code]);
    expect(askedSeries).toEqual([]);
  });

  it("links and what else is no plain file", async () => {
    for (const unixMode of [0o120777, 0o040755, 0o020644]) {
      expect(await failureOf(instead({ unixMode, content: "/etc/passwd" }))).toEqual([400, "INF-23"]);
    }
  });

  it("what is encrypted, has another checksum or another length", async () => {
    expect(await failureOf(instead({ flags: 1 }))).toEqual([400, "INF-22"]);
    expect(await failureOf(instead({ crc: 1 }))).toEqual([400, "INF-22"]);
    expect(await failureOf(instead({ size: first.content.length + 1 }))).toEqual([400, "INF-22"]);
    expect(await failureOf(instead({ size: first.content.length - 1 }))).toEqual([400, "INF-22"]);
  });

  it("a bomb, whether it tells its size or not, without unpacking it", async () => {
    const bomb = new Uint8Array(60 * megabyte);
    const held = process.memoryUsage().arrayBuffers;
    const zips = [
      rawZip([{ ...first, content: bomb }, ...others]),
      rawZip([{ ...first, content: bomb, size: 100 }, ...others]),
    ];
    for (const zip of zips) {
      expect(await failureOf(judge(zip))).toEqual([400, "INF-22"]);
      expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(50 * megabyte);
    }
  });

  it("pictures that together take more than 20 megabytes", async () => {
    const entries = four.map((entry) => ({ ...entry, content: new Uint8Array(5.1 * megabyte) }));
    expect(await failureOf(judgeZip(...entries))).toEqual([400, "INF-22"]);
  });

  it.each([
    ["text", Buffer.from("no archive")],
    ["the beginning of an archive", rawZip(four).subarray(0, 100)],
    ["an archive without its beginning", rawZip(four).subarray(60)],
  ])("%s", async (_what, bytes) => {
    expect(await failureOf(judge(bytes))).toEqual([400, "INF-22"]);
  });

  it("a form without the archive, and what is no form", async () => {
    const { liveness: key } = keys;
    const path = "liveness/multiframe";
    expect(await failureOf(post(path, { key, body: filesForm({ image: rawZip(four) }) }))).toEqual([400, "INF-03"]);
    expect(await failureOf(post(path, { key, body: "x", type: "application/zip" }))).toEqual([400, "INF-01"]);
  });

  it("pictures without a face, and what is no picture", async () => {
    answerSeriesWith({ ...verdict, faceless: [2] });
    expect(await failureOf(judgeZip(...four))).toEqual([400, "INF-17"]);
    answerSeriesWith("image_unreadable");
    expect(await failureOf(judgeZip(...four))).toEqual([400, "INF-04"]);
  });

  it("everything where the server judges single pictures only", async () => {
    vi.mocked(config).mockReturnValue({ ...config(), livenessMode: "SINGLE" });
    expect(await failureOf(judgeZip(...four))).toEqual([406, "INF-25"]);
    expect(askedSeries).toEqual([]);
  });
});
