import { z } from "zod";

const page = {
  page: z.coerce.number().int().min(0).max(1_000_000).default(0),
  size: z.coerce.number().int().min(1).max(100).default(20),
};

/** Query parameters of a list of jobs. */
export const jobsInput = z.strictObject(page);

/** Of the list of what became of a job's pieces. */
export const jobItemsInput = z.strictObject({ ...page, onlyFailed: z.stringbool().default(false) });
