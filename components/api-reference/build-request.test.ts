import { expect, it } from "vitest";
import { buildRequest, filesOf } from "./build-request";
import type { ApiOperation } from "./types";

const parameter = (place: "query" | "path" | "header", name: string) =>
  ({ name, in: place, required: false, schema: {} }) as const;
const add: ApiOperation = {
  operationId: "add",
  tags: [],
  summary: "",
  parameters: [parameter("path", "subject"), parameter("query", "limit"), parameter("header", "Idempotency-Key")],
  requestBody: { content: { "multipart/form-data": { schema: { properties: { file: { format: "binary" } } } } } },
  responses: {},
};
const address = { method: "post", path: "/x/{subject}/y" } as const;

function fieldsOf(values: Record<string, string | File>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
}

it("puts every value in its place", () => {
  const file = new File(["x"], "photo.jpg");
  const fields = fieldsOf({
    "path.subject": "a/b",
    "query.limit": "1",
    "header.Idempotency-Key": "k",
    "file.file": file,
  });
  const { url, init } = buildRequest(address, add, fields, "key");
  expect([url, init.method]).toEqual(["/x/a%2Fb/y?limit=1", "POST"]);
  expect(Object.fromEntries(new Headers(init.headers))).toEqual({ "x-api-key": "key", "idempotency-key": "k" });
  expect((init.body as FormData).get("file")).toMatchObject({ name: "photo.jpg" });
});

it("leaves out what is empty, and the key where none is needed", () => {
  const open = { ...add, security: [] };
  const fields = fieldsOf({ "path.subject": "a", "query.limit": "", "file.file": new File([], "") });
  const { url, init } = buildRequest(address, open, fields, "key");
  expect([url, [...new Headers(init.headers)], [...(init.body as FormData)]]).toEqual(["/x/a/y", [], []]);
});

it("sends text as JSON where the operation takes no form", () => {
  const rename = { ...add, requestBody: { content: { "application/json": { schema: {} } } } };
  const { init } = buildRequest(address, rename, fieldsOf({ "path.subject": "a", json: '{"subject":"b"}' }), "");
  expect([init.body, new Headers(init.headers).get("content-type")]).toEqual(['{"subject":"b"}', "application/json"]);
});

it("sends a file as it is where it is the whole body", () => {
  const find = { ...add, requestBody: { content: { "image/jpeg": { schema: {} } } } };
  const file = new File(["x"], "photo.jpg", { type: "image/jpeg" });
  const { init } = buildRequest(address, find, fieldsOf({ "path.subject": "a", "file.body": file }), "");
  expect(init.body).toBe(file);
  expect([...new Headers(init.headers)]).toEqual([]);
});

it("asks for pictures, and for what else a description names", () => {
  const properties = { file: { format: "binary" }, images: { format: "binary", contentMediaType: "application/zip" } };
  const content = { "multipart/form-data": { schema: { properties } } };
  expect(filesOf({ ...add, requestBody: { content } })).toEqual([
    { name: "file", accept: "image/*" },
    { name: "images", accept: "application/zip" },
  ]);
});
