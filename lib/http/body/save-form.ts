import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/errors/app-error";
import { consumeBody } from "./consume-body";
import { feedBusboy, openBusboy } from "./open-busboy";
import type { ReadLimits } from "./read-limits";

/** Files that the parts of a form are written to, by name; other parts are passed over. */
type UploadTargets<Name extends string> = Readonly<Record<Name, string>>;

const onlyOwner = { flags: "wx", mode: 0o600 } as const;

/**
 * Writes the parts of a form to new files as they arrive, readable by their owner alone; nothing is kept in memory.
 *
 * @returns names of the parts that came
 * @throws AppError as `readMultipart` does; what was written until then stays
 */
export async function saveForm<Name extends string>(
  request: Request,
  targets: UploadTargets<Name>,
  limits: Omit<ReadLimits, "isPassedOn">,
): Promise<ReadonlySet<string>> {
  const busboy = openBusboy(request.headers.get("content-type") ?? "");
  const files: OpenFiles = new Map();
  const saved = saveParts(busboy, targets, files);
  saved.catch(() => undefined);
  try {
    await consumeBody(request, { ...limits, isPassedOn: true }, (chunk) => feedBusboy(busboy, chunk, saved));
    busboy.end();
    return await saved;
  } catch (error) {
    // Nothing would end a part whose end never came, and nothing close its file.
    for (const { part } of files.values()) part.destroy();
    await Promise.all([...files.values()].map(({ closed }) => closed));
    throw error;
  }
}

/** Parts that are being written, by name. */
type OpenFiles = Map<
  string,
  { readonly part: Readable; readonly written: Promise<void>; readonly closed: Promise<void> }
>;

function saveParts(
  busboy: BusboyInstance,
  targets: Readonly<Record<string, string>>,
  files: OpenFiles,
): Promise<ReadonlySet<string>> {
  return new Promise((resolve, reject) => {
    const refuse = (cause?: unknown) => {
      const detail = "The multipart request is malformed or incomplete.";
      reject(new AppError("invalid_request", detail, { cause }));
    };
    busboy.on("file", (name: string | undefined, part) => {
      const target = name !== undefined && Object.hasOwn(targets, name) ? targets[name] : undefined;
      if (name === undefined || target === undefined || files.has(name)) return void part.resume();
      const file = createWriteStream(target, onlyOwner);
      const closed = new Promise<void>((close) => file.once("close", close));
      const written = pipeline(part, file);
      written.catch(reject);
      files.set(name, { part, written, closed });
    });
    for (const event of ["partsLimit", "filesLimit", "fieldsLimit"] as const) busboy.on(event, () => refuse());
    busboy.on("error", refuse);
    busboy.on("finish", () => {
      const all = Promise.all([...files.values()].map(({ written }) => written));
      all.then(() => resolve(new Set(files.keys())), reject);
    });
  });
}
