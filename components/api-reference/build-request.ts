import type { ApiOperation } from "./types";

export interface Address {
  readonly method: string;
  readonly path: string;
}

interface BuiltRequest {
  readonly url: string;
  readonly init: RequestInit;
}

const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};

interface AskedFile {
  readonly name: string;
  /** Media types that it may have. */
  readonly accept: string;
}

/** The field of a file that is the whole body. */
const bodyField = "body";

const isWholeFile = ({ requestBody }: ApiOperation) => requestBody?.content["image/jpeg"] !== undefined;

/** Files of an operation's form, or the one that is its body; null where it takes none. */
export function filesOf(operation: ApiOperation): readonly AskedFile[] | null {
  if (isWholeFile(operation)) return [{ name: bodyField, accept: "image/*" }];
  const form = operation.requestBody?.content["multipart/form-data"]?.schema.properties;
  if (form === undefined) return null;
  return Object.entries(form).map(([name, { contentMediaType }]) => ({ name, accept: contentMediaType ?? "image/*" }));
}

/**
 * The request that a filled form stands for: its fields are named `<place>.<name>`, files `file.<name>`, a JSON text
 * `json`. What is empty is left out.
 */
export function buildRequest(
  { method, path }: Address,
  operation: ApiOperation,
  fields: FormData,
  apiKey: string,
): BuiltRequest {
  const headers = new Headers(apiKey === "" || operation.security?.length === 0 ? {} : { "x-api-key": apiKey });
  const query = new URLSearchParams();
  let target = path;
  for (const { name, in: place } of operation.parameters) {
    const text = textOf(fields, `${place}.${name}`);
    if (place === "path") target = target.replace(`{${name}}`, encodeURIComponent(text));
    else if (text !== "" && place === "query") query.set(name, text);
    else if (text !== "") headers.set(name, text);
  }
  const body = bodyOf(operation, fields);
  if (typeof body === "string") headers.set("content-type", "application/json");
  const url = query.size === 0 ? target : `${target}?${query}`;
  return { url, init: { method: method.toUpperCase(), headers, ...(body !== undefined && { body }) } };
}

function fileOf(fields: FormData, name: string): File | undefined {
  const file = fields.get(`file.${name}`);
  return file instanceof File && file.size > 0 ? file : undefined;
}

function bodyOf(operation: ApiOperation, fields: FormData): FormData | File | string | undefined {
  if (operation.requestBody === undefined) return undefined;
  if (isWholeFile(operation)) return fileOf(fields, bodyField);
  const files = filesOf(operation);
  if (files === null) return textOf(fields, "json");
  const form = new FormData();
  for (const { name } of files) {
    const file = fileOf(fields, name);
    if (file !== undefined) form.set(name, file);
  }
  return form;
}
