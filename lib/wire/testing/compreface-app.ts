import { readdir } from "node:fs/promises";
import path from "node:path";
import type { RouteHandler } from "@/lib/http/route";
import { goldenOf } from "./golden";

export interface Call {
  readonly key?: string | null;
  readonly body?: BodyInit;
  /** Sent as JSON in the place of `body`. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const root = "app/api/v1";

/** Patterns of all route files of this wire, values in brackets. */
async function listPatterns(): Promise<string[]> {
  const files = await readdir(root, { recursive: true });
  return files.filter((file) => path.basename(file) === "route.ts").map((file) => path.dirname(file));
}

function fits(pattern: string, pathname: string): boolean {
  const [wanted, given] = [pattern.split("/"), pathname.split("/")];
  if (wanted.length !== given.length) return false;
  return wanted.every((segment, at) => segment.startsWith("[") || segment === given[at]);
}

const countValues = (pattern: string) => pattern.split("[").length;

/** The route file that Next would choose: names before values before the catch-all. */
async function chooseRoute(pathname: string): Promise<string> {
  const relative = pathname.replace(/^\/api\/v1\//, "").replace(/\/+$/, "");
  const fitting = (await listPatterns()).filter((pattern) => !pattern.includes("...") && fits(pattern, relative));
  const [best = "[[...path]]"] = fitting.toSorted((a, b) => countValues(a) - countValues(b));
  return path.resolve(root, best, "route.ts");
}

/** Asks the exported handler of the route for an address below `/api/v1/`. */
export async function call(
  method: string,
  address: string,
  { key, body, json, headers }: Call = {},
): Promise<Response> {
  const url = new URL(`/api/v1/${address}`, "http://localhost:8000");
  const sent = new Headers(headers);
  if (key !== undefined && key !== null) sent.set("x-api-key", key);
  if (json !== undefined) sent.set("content-type", "application/json");
  const content = json === undefined ? body : JSON.stringify(json);
  const request = new Request(url, { method, headers: sent, ...(content !== undefined && { body: content }) });
  const handlers: Readonly<Record<string, RouteHandler>> = await import(
    /* @vite-ignore */ await chooseRoute(url.pathname)
  );
  const handler = handlers[method];
  if (handler === undefined) throw new Error(`${url.pathname} exports no ${method}`);
  return handler(request);
}

/** A stored answer of the contract, on one line. */
export const golden = goldenOf("compreface");

/** Status and body of an answer in JSON. */
export async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}

const picture = () => new File([new Uint8Array([0xff, 0xd8, 0xff])], "photo.jpg", { type: "image/jpeg" });

/** A form with a picture under each name, and text parts. */
export function pictureForm(names: readonly string[], texts: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const name of names) form.set(name, picture());
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  return form;
}

/** The same picture in base64. */
export const pictureText = Buffer.from([0xff, 0xd8, 0xff]).toString("base64");
