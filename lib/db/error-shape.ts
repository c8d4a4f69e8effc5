import { z } from "zod";

const cause = z.object({
  /** The adapter's own word for what happened. */
  kind: z.string().optional(),
  /** SQLSTATE as PostgreSQL sent it. */
  originalCode: z.string().optional(),
  constraint: z.object({ index: z.string() }).optional(),
});

// What Prisma 7 with adapter-pg throws; `code` is Prisma's, or Node's when the connection broke.
const knownError = z.object({
  code: z.string().optional(),
  meta: z.object({ driverAdapterError: z.object({ cause }).optional() }).optional(),
  message: z.string(),
});

/** What the database layer's error says, in the parts that can be told apart. */
export interface ErrorShape {
  readonly code: string | undefined;
  readonly kind: string | undefined;
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly message: string;
}

/** Null when it is not an error of that layer's form. */
export function shapeOf(error: unknown): ErrorShape | null {
  const parsed = knownError.safeParse(error);
  if (!(error instanceof Error) || !parsed.success) return null;
  const { code, meta, message } = parsed.data;
  const driver = meta?.driverAdapterError?.cause;
  return { code, kind: driver?.kind, sqlState: driver?.originalCode, constraint: driver?.constraint?.index, message };
}
