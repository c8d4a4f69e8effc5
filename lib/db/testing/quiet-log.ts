import type { DatabaseLog } from "@/lib/db/database-log";

const drop = () => undefined;

/** A log that nobody reads. */
export const quietLog: DatabaseLog = { info: drop, warn: drop, error: drop };
