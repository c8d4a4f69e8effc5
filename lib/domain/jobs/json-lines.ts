import type { Readable } from "node:stream";
import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";

/** Far more than a face of any networks takes. */
const lineBytesMax = 64 * 1024;

const newline = 0x0a;

/**
 * Texts of JSON, one a line, parsed one after the other. Null stands for a line that is no such thing.
 *
 * @throws AppError `invalid_request` for a line that is too long, and for a stream that is damaged
 */
export async function* readJsonLines<S extends z.ZodType>(
  stream: Readable,
  schema: S,
): AsyncGenerator<z.output<S> | null> {
  for await (const line of linesOf(stream)) yield parseLine(line, schema);
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream) {
      rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
        if (end > 0) yield rest.toString("utf8", 0, end);
        rest = rest.subarray(end + 1);
      }
      if (rest.length > lineBytesMax) throw new AppError("invalid_request", "A line of the archive is too long.");
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid_request", "A part of the archive is damaged.", { cause });
  }
  if (rest.length > 0) yield rest.toString("utf8");
}

function parseLine<S extends z.ZodType>(line: string, schema: S): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
