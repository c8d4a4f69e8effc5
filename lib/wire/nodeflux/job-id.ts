import { randomBytes } from "node:crypto";

/** 81 characters as the vendor's: the time as YYYYMMDDHHmmssSSS in UTC, and 64 hexadecimal digits. */
export function makeJobId(now = new Date()): string {
  return `${now.toISOString().replaceAll(/\D/g, "")}${randomBytes(32).toString("hex")}`;
}
