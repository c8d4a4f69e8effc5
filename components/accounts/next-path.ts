const home = "/applications";

/** Where to go after signing in. Only paths of this server: anyone can write the link that carries `next`. */
export function safeNextPath(next: string | null): string {
  if (next === null) return home;
  const target = URL.canParse(next, window.location.origin) ? new URL(next, window.location.origin) : null;
  return next.startsWith("/") && target?.origin === window.location.origin ? target.pathname + target.search : home;
}
