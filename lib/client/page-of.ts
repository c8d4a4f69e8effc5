import { z } from "zod/mini";

/** Part of a list that may be longer than one answer. */
export const pageOf = <T>(item: z.ZodMiniType<T>) =>
  z.object({ items: z.array(item), total: z.number(), page: z.number(), size: z.number() });

/** A list that is always whole. */
export const listOf = <T>(item: z.ZodMiniType<T>) => z.object({ items: z.array(item) });

export interface ListState {
  readonly search: string;
  /** Counts from 0. */
  readonly page: number;
}

/** Query string of one page of a list. */
export function listQuery({ search, page }: ListState): string {
  const query = new URLSearchParams({ page: String(page), size: "20" });
  if (search !== "") query.set("search", search);
  return query.toString();
}
