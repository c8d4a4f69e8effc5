import { randomBytes } from "node:crypto";

const timeBytes = 6;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a row; the database refuses to look for anything else. */
export function isRowId(text: string): boolean {
  return uuid.test(text);
}

/** Sorts before every id: where reading rows in the order of their ids begins. */
export const idBeforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * A new id for a row whose id has to be known before it is written: UUID version 7 (RFC 9562), so that ids sort by the
 * millisecond they were made in. In lower case.
 */
export function newRowId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, timeBytes);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
