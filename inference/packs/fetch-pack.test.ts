import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fetchFile } from "./fetch-pack";

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
