import { config } from "@/lib/config/env";

/** Whether browsers see this server over https, by the configured address. */
export const isSecure = (): boolean => config().publicUrl.startsWith("https://");

interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Below which the browser sends it. */
  readonly path: string;
  /** 0 removes it. */
  readonly maxAgeS: number;
}

/** Value of a `Set-Cookie` header for a cookie that no script can read and no other site's form brings along. */
export function setCookieHeader({ name, value, path, maxAgeS }: Cookie): string {
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${isSecure() ? "; Secure" : ""}`;
}
