import { describe, expect, it } from "vitest";
import { stalledRequest, toRequest } from "./fixtures/requests";
import { readJson } from "./read-json";

const limits = { bytesMax: 1024 * 1024 };
const read = (body: string | Uint8Array<ArrayBuffer>) => readJson(toRequest(body), limits);

it.each([
  ['{"file":"QQ=="}', { file: "QQ==" }],
  ['"Tom"', "Tom"],
  ["[1, 2.5e3, null, true]", [1, 2500, null, true]],
  ['{"name":"Zo\\u00eb \\u0000 \\ud83d\\ude00"}', { name: "Zoë \0 😀" }],
])("reads %s", async (text, value) => {
  expect(await read(text)).toEqual(value);
});

it("skips a byte order mark", async () => {
  expect(await read("\ufeff{}")).toEqual({});
});

describe("refuses as an invalid request", () => {
  it.each([
    ["nothing", ""],
    ["cut text", '{"file":"QQ=='],
    ["a trailing comma", "[1,]"],
    ["two values", "{}{}"],
    ["single quotes", "{'a':1}"],
    ["NaN", '{"a":NaN}'],
    ["a form", "file=abc"],
    ["broken UTF-8", Uint8Array.from([0x22, 0xc3, 0x28, 0x22])],
    ["UTF-16", new Uint8Array(Buffer.from('{"a":1}', "utf16le"))],
    ["33 nested arrays", "[".repeat(33) + "]".repeat(33)],
    ["a million open arrays", "[".repeat(1_000_000)],
    ["a million nested objects", '{"a":'.repeat(200_000)],
  ])("%s", async (_, body) => {
    await expect(read(body)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

it("counts brackets in strings as text, whatever is escaped before the quote", async () => {
  const text = JSON.stringify({ a: "[".repeat(100), b: `\\"${"{".repeat(100)}\\`, c: [[[]]] });
  expect(await read(text)).toEqual(JSON.parse(text));
});

it.each(['{"__proto__":{"admin":true},"a":1}', '{"\\u005f_proto__":{"admin":true},"a":1}'])(
  "leaves no way to a prototype in %s",
  async (text) => {
    const value = Object.assign({}, await read(text)) as { admin?: boolean };
    expect(value.admin).toBeUndefined();
    expect(value).toEqual({ a: 1 });
  },
);

it("refuses a body over the limit and one that stalls", async () => {
  await expect(readJson(toRequest(JSON.stringify("x".repeat(2_000))), { bytesMax: 1_000 })).rejects.toMatchObject({
    code: "request_too_large",
  });
  await expect(readJson(stalledRequest('{"a":').request, { ...limits, timeoutMs: 20 })).rejects.toMatchObject({
    code: "timeout",
  });
});
