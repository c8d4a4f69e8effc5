import pg from "pg";

/** What two databases must have in common to be the same to the generated client. */
export interface Catalogue {
  /** Table, column, type, whether it may be null, default. */
  readonly columns: readonly string[];
  readonly enums: readonly string[];
  /** Definitions of primary and foreign keys. */
  readonly keys: readonly string[];
  readonly indexes: readonly string[];
}

const questions = {
  columns: `SELECT concat_ws(' | ', table_name, column_name, udt_name, is_nullable, column_default, datetime_precision)
    AS line FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`,
  enums: `SELECT typname || ': ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder) AS line
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname ORDER BY 1`,
  keys: `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
    FROM pg_constraint WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace ORDER BY 1`,
  indexes: "SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
} satisfies Record<keyof Catalogue, string>;

// The runner's own table, which no schema file describes.
const isOurs = (line: string) => !line.includes("_prisma_migrations");

/** Reads the parts of a database's catalogue that the schema describes. */
export async function readCatalogue(url: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = async (question: string) => {
    const { rows } = await client.query<{ line: string }>(question);
    return rows.map(({ line }) => line).filter(isOurs);
  };
  try {
    const { columns, enums, keys, indexes } = questions;
    return { columns: await ask(columns), enums: await ask(enums), keys: await ask(keys), indexes: await ask(indexes) };
  } finally {
    await client.end();
  }
}
