import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildForm, formHeaders } from "./fixtures/multipart";
import { brokenRequest, inPieces, repeat, stalledRequest, streamRequest } from "./fixtures/requests";
import { saveForm } from "./save-form";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mien-save-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const targets = () => ({ file: path.join(folder, "a.zip"), csv: path.join(folder, "a.csv") });
const limits = { bytesMax: 600_000_000 };

/** Files in the folder that this process has open. */
function openFiles(): string[] {
  const links = readdirSync("/proc/self/fd").map((fd) => path.join("/proc/self/fd", fd));
  const files = links.flatMap((link) => {
    try {
      return [readlinkSync(link)];
    } catch {
      // The one that lists the folder is closed by now.
      return [];
    }
  });
  return files.filter((file) => path.dirname(file) === folder);
}

it("writes the parts asked for to files that their owner alone reads, and passes over the others", async () => {
  const content = Buffer.alloc(300_000, "zip");
  const body = buildForm([
    { name: "note", content: "hello" },
    { name: "file", filename: "../../x.zip", content },
    { name: "other", filename: "b.bin", content: "other" },
    { name: "file", filename: "second.zip", content: "second" },
    { name: "csv", filename: "t.csv", content: "a,b" },
  ]);
  const { request } = streamRequest(inPieces(body, 10_000), formHeaders);
  expect(await saveForm(request, targets(), limits)).toEqual(new Set(["file", "csv"]));
  expect(readdirSync(folder).sort()).toEqual(["a.csv", "a.zip"]);
  expect(readFileSync(targets().file).equals(content)).toBe(true);
  expect(statSync(targets().file).mode & 0o777).toBe(0o600);
});

it("takes more than is held in memory at a time", async () => {
  const open = buildForm([{ name: "file", filename: "x.zip", content: "" }], true).subarray(0, -2);
  function* pieces() {
    yield open;
    yield* repeat(Buffer.alloc(1_000_000), 260);
    yield Buffer.from(`\r\n${buildForm([])}`);
  }
  const { request } = streamRequest(pieces(), formHeaders);
  expect(await saveForm(request, targets(), limits)).toEqual(new Set(["file"]));
  expect(statSync(targets().file).size).toBe(260_000_000);
});

const open = buildForm([{ name: "file", filename: "x.zip", content: "PK" }], true).toString();
it.each([
  ["breaks off", () => brokenRequest(open, formHeaders), limits, "invalid_request"],
  ["stops in the middle", () => stalledRequest(open, formHeaders).request, { ...limits, timeoutMs: 50 }, "timeout"],
  [
    "is too large",
    () => streamRequest([Buffer.from(open)], formHeaders).request,
    { bytesMax: 50 },
    "request_too_large",
  ],
  ["ends without its end", () => streamRequest([Buffer.from(open)], formHeaders).request, limits, "invalid_request"],
])("leaves no file open when the form %s", async (_how, request, within, code) => {
  await expect(saveForm(request(), targets(), within)).rejects.toMatchObject({ code });
  expect(openFiles()).toEqual([]);
});

it("never writes over a file that is there", async () => {
  const form = () =>
    streamRequest(inPieces(buildForm([{ name: "file", filename: "x", content: "1" }]), 9), formHeaders);
  await saveForm(form().request, targets(), limits);
  await expect(saveForm(form().request, targets(), limits)).rejects.toThrow("EEXIST");
});
