import { GET, OPTIONS, POST, PUT } from "@/app/[imageService]/process/[input]/route";
import { POST as POST_V1 } from "@/app/[imageService]/v1/process/[input]/route";
import { goldenOf } from "./golden";
import { keys } from "./harness";

const handlers = { GET, PUT, OPTIONS } as const;

/** Three bytes that begin like a JPEG: the stub of the engine looks at none of them. */
export const picture = Buffer.from([0xff, 0xd8, 0xff]).toString("base64");

interface Call {
  readonly method?: keyof typeof handlers | "POST";
  readonly key?: string | null;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly type?: string;
}

/** Asks the handler that answers at `/<address>`, such as `age-estimator/process/sample`; with the key of a detection service. */
export function ask(address: string, { method = "POST", key = keys.detection, json, body, type }: Call = {}) {
  const headers = new Headers(key === null ? {} : { "x-api-key": key });
  if (json !== undefined) headers.set("content-type", "application/json");
  if (type !== undefined) headers.set("content-type", type);
  const content = json === undefined ? body : JSON.stringify(json);
  const url = `http://localhost:8000/${address}`;
  const request = new Request(url, { method, headers, ...(content !== undefined && { body: content }) });
  const post = address.includes("/v1/") ? POST_V1 : POST;
  return (method === "POST" ? post : handlers[method])(request);
}

/** Status and JSON of an answer. */
export async function answerOf(answer: Promise<Response>) {
  const response = await answer;
  const isJson = response.headers.get("content-type") === "application/json";
  if (!isJson) throw new Error("The answer is not JSON.");
  return { status: response.status, body: (await response.json()) as unknown };
}

const goldenText = goldenOf("threedivi");

/** An answer that the vendor documents, made by us in the same form. */
export const golden = async (name: string): Promise<unknown> => JSON.parse(await goldenText(name));
