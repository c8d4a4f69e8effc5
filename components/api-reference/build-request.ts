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

/** Files of an operation's form, or null where it takes none. */
export function filesOf({ requestBody }: ApiOperation): readonly string[] | null {
  const form = requestBody?.content["multipart/form-data"]?.schema.properties;
  return form === undefined ? null : Object.keys(form);
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

function bodyOf(operation: ApiOperation, fields: FormData): FormData | string | undefined {
  if (operation.requestBody === undefined) return undefined;
  const files = filesOf(operation);
  if (files === null) return textOf(fields, "json");
  const form = new FormData();
  for (const name of files) {
    const file = fields.get(`file.${name}`);
    if (file instanceof File && file.size > 0) form.set(name, file);
  }
  return form;
}
