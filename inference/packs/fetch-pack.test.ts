import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fetchFile } from "./fetch-pack";
import { type FetchProgress, reportEvery } from "./fetch-progress";

const content = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251));
const file = {
  fileName: "network.onnx",
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
  url: "http://localhost:9/network.onnx",
};
let folder: string;
let target: string;
let server: Server;
let mirror: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let ranges: (string | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "mien-pack-"));
  target = path.join(folder, file.fileName);
  ranges = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** As file servers do: the rest from the byte asked for. */
function sendFrom(bytes: Buffer): typeof answer {
  return ({ headers }, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    response.writeHead(start > 0 ? 206 : 200).end(bytes.subarray(start));
  };
}

/** Sends the beginning only, and leaves the connection open. */
function sendStart(end: number): typeof answer {
  return ({ headers }, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    response.writeHead(start > 0 ? 206 : 200).write(content.subarray(start, end));
  };
}

/** A download, and when so many bytes have come. */
function fetchUntil(bytesMin: number, signal?: AbortSignal) {
  let arrived = () => {};
  const hasArrived = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const onProgress = ({ bytes }: FetchProgress) => bytes >= bytesMin && arrived();
  return { hasArrived, ended: fetchFile(file, target, { mirror, onProgress, signal }) };
}

it("downloads a file, tells how far it is, and does not ask again", async () => {
  answer = sendFrom(content);
  const progress: number[] = [];
  await fetchFile(file, target, { mirror, onProgress: ({ bytes }) => progress.push(bytes) });
  await fetchFile(file, target, { mirror });
  expect(await readFile(target)).toEqual(content);
  expect(progress.at(-1)).toBe(content.length);
  expect(ranges).toEqual([undefined]);
});

it("goes on where a download broke off", async () => {
  await writeFile(`${target}.part`, content.subarray(0, 2000));
  answer = sendFrom(content);
  await fetchFile(file, target, { mirror });
  expect(ranges).toEqual(["bytes=2000-"]);
  expect(await readFile(target)).toEqual(content);
});

it("keeps what came when it is cancelled, for the next try", async () => {
  answer = sendStart(1500);
  const stopping = new AbortController();
  const { hasArrived, ended } = fetchUntil(1500, stopping.signal);
  await hasArrived;
  stopping.abort(new Error("not wanted any more"));
  await expect(ended).rejects.toThrow("not wanted any more");
  answer = sendFrom(content);
  await fetchFile(file, target, { mirror });
  expect(ranges).toEqual([undefined, "bytes=1500-"]);
  expect(await readFile(target)).toEqual(content);
  expect(await readdir(folder)).toEqual([file.fileName]);
});

it("goes on from what a killed download left, and clears away what others left long ago", async () => {
  const [left, old] = ["left", "old"].map((id) => `${target}.${id}.part`) as [string, string];
  await writeFile(left, content.subarray(0, 3000));
  await writeFile(old, content.subarray(0, 1000));
  await utimes(old, 0, 0);
  answer = (_, response) => response.writeHead(503).end();
  await expect(fetchFile(file, target, { mirror })).rejects.toThrow("(The server answered 503.)");
  expect(ranges).toEqual(["bytes=3000-"]);
  await expect(stat(old)).rejects.toMatchObject({ code: "ENOENT" });
  // It may live: nothing of it is taken away.
  expect((await stat(left)).size).toBe(3000);
});

it("never mixes two downloads of one file", async () => {
  const responses: ServerResponse[] = [];
  answer = (request, response) => {
    responses.push(response);
    sendStart(2000)(request, response);
  };
  const first = fetchUntil(2000);
  await first.hasArrived;
  const second = fetchUntil(2000);
  await second.hasArrived;
  // Turn by turn, until each has all; the second one began with what the first one had.
  expect(ranges).toEqual([undefined, "bytes=2000-"]);
  for (let at = 2000; at < content.length; at += 500) {
    for (const response of responses) response.write(content.subarray(at, at + 500));
  }
  for (const response of responses) response.end();
  await Promise.all([first.ended, second.ended]);
  expect(await readFile(target)).toEqual(content);
  expect(await readdir(folder)).toEqual([file.fileName]);
});

it("gets the right file after a wrong beginning, at the next try", async () => {
  for (const name of ["part", "killed.part"]) await writeFile(`${target}.${name}`, Buffer.alloc(3000, 7));
  answer = sendFrom(content);
  await expect(fetchFile(file, target, { mirror })).rejects.toMatchObject({ code: "model_corrupt" });
  await fetchFile(file, target, { mirror });
  expect(ranges).toEqual(["bytes=3000-", undefined]);
  expect(await readFile(target)).toEqual(content);
});

it("replaces a file that is not the published one, once the right one is there", async () => {
  await writeFile(target, Buffer.alloc(content.length));
  answer = (_, response) => response.writeHead(404).end();
  await expect(fetchFile(file, target, { mirror })).rejects.toMatchObject({ code: "model_missing" });
  expect(await readFile(target)).toEqual(Buffer.alloc(content.length));
  answer = sendFrom(content);
  await fetchFile(file, target, { mirror });
  expect(await readFile(target)).toEqual(content);
});

it("reports the start of each file, some steps and its end", () => {
  const seen: number[] = [];
  const report = reportEvery(100, ({ bytes }) => seen.push(bytes));
  for (const bytes of [0, 40, 99, 130, 180, 229, 230, 250]) report({ fileName: "a", bytes, of: 250 });
  for (const bytes of [0, 20]) report({ fileName: "b", bytes, of: 20 });
  expect(seen).toEqual([0, 130, 230, 250, 0, 20]);
});

it("takes no part of a file for the whole, and tells how to do without a download", async () => {
  answer = (_, response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 2000), () => response.destroy());
  };
  const broken = fetchFile(file, target, { mirror });
  await expect(broken).rejects.toMatchObject({
    code: "model_missing",
    message: expect.stringContaining("MODEL_MIRROR"),
  });
  await expect(stat(target)).rejects.toMatchObject({ code: "ENOENT" });
});

it("begins anew with a server that knows no ranges", async () => {
  await writeFile(`${target}.part`, content.subarray(0, 100));
  answer = (_, response) => response.end(content);
  await fetchFile(file, target, { mirror });
  expect(await readFile(target)).toEqual(content);
});

it.each([
  ["another file of the same size", Buffer.alloc(content.length)],
  ["a larger one", Buffer.concat([content, content])],
  ["a page in its place", Buffer.from("<html>Sign in</html>")],
])("never takes %s for the published one", async (_, bytes) => {
  answer = sendFrom(bytes);
  await expect(fetchFile(file, target, { mirror })).rejects.toMatchObject({ code: "model_corrupt" });
  await expect(stat(target)).rejects.toMatchObject({ code: "ENOENT" });
});

it("says where a file can be put when nothing answers, and which answer came", async () => {
  await expect(fetchFile(file, target, {})).rejects.toThrow(`put it at ${target}`);
  answer = (_, response) => response.writeHead(404).end();
  const missing = fetchFile(file, target, { mirror });
  await expect(missing).rejects.toMatchObject({
    code: "model_missing",
    cause: { message: "The server answered 404." },
  });
});

it("takes files out of a folder as well, checked likewise", async () => {
  const source = await mkdtemp(path.join(os.tmpdir(), "mien-mirror-"));
  try {
    await expect(fetchFile(file, target, { mirror: source })).rejects.toMatchObject({ code: "model_missing" });
    await writeFile(path.join(source, file.fileName), content);
    await fetchFile(file, target, { mirror: source });
    expect(await readFile(target)).toEqual(content);
  } finally {
    await rm(source, { recursive: true });
  }
});
