import { parseArgs } from "node:util";
import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import type { Command, Flags } from "./command";

/** Reads `--name value` and `--name=value`. @throws AppError `invalid_request` for anything else */
export function readFlags(args: readonly string[], { requiredFlags, optionalFlags }: Command): Flags {
  const names = [...requiredFlags, ...optionalFlags];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  try {
    return { ...parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values } as Flags;
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    throw new AppError("invalid_request", cause.message, { cause });
  }
}

/**
 * Checks flags with a schema of the domain. `names` gives the flag of each member of the schema's input.
 *
 * @throws AppError `invalid_request` that names every wrong flag and shows no value
 */
export function parseFlags<S extends z.ZodObject, N extends Readonly<Record<string, string>>>(
  schema: S,
  flags: Flags,
  names: N & Record<keyof z.input<S>, string>,
): z.output<S> {
  const entries = Object.entries<string>(names).map(([member, name]) => [member, flags[name]] as const);
  const parsed = schema.safeParse(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => {
    const name = (names as Readonly<Record<string, string>>)[String(path[0])] ?? String(path[0]);
    return { name: `--${name}`, detail: flags[name] === undefined ? "is required" : message };
  });
  const text = fields.map(({ name, detail }) => `${name} ${detail}`).join("; ");
  throw new AppError("invalid_request", `${text}.`, { fields });
}
