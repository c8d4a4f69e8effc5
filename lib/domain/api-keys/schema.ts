import { z } from "zod";

/** An API key that a caller brings along: a random UUID (version 4), in lower case. */
export const apiKeySchema = z.uuid({ version: "v4", error: "must be a UUID of version 4" }).toLowerCase();
