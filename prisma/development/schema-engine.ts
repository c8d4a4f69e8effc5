import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** One file of a Prisma schema. */
export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

// The package's own entry imports the .wasm file as a module, which Node does only behind a flag.
async function loadEngine(): Promise<typeof SchemaEngine> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/\.js$/, "_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  // Fills the table through which the module sees JavaScript values; without it even `undefined` is unknown to it.
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings.SchemaEngine;
}

// As single fields: with a connection string the adapter ignores it when the engine asks for another database.
function fieldsOf(url: string): pg.PoolConfig {
  const { host, port, user, database, password } = new pg.Client({ connectionString: url });
  return {
    host,
    port,
    ...(user ? { user } : {}),
    ...(database ? { database } : {}),
    ...(password ? { password } : {}),
  };
}

/**
 * SQL that turns a database of the one schema into one of the other; an empty list stands for the empty database.
 * Prisma's engine in WebAssembly, since the native one would be downloaded.
 *
 * @param databaseUrl any database; the engine wants a connection but this question does not touch what is in it
 */
export async function diffSchemas(
  databaseUrl: string,
  from: readonly SchemaFile[],
  to: readonly SchemaFile[],
): Promise<string> {
  const target = (files: readonly SchemaFile[]) =>
    files.length === 0 ? { tag: "empty" as const } : { tag: "schemaDatamodel" as const, files: [...files] };
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(fieldsOf(databaseUrl)));
  const datamodels = to.map((file): [string, string] => [file.path, file.content]);
  const engine = await (await loadEngine()).new({ datamodels }, () => undefined, adapter);
  const filters = { externalTables: [], externalEnums: [] };
  const question = {
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters,
  };
  const { stdout } = await engine.diff(question);
  return stdout ?? "";
}
