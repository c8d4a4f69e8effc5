/** Called by Next once, before the server takes its first request. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where neither processes nor sockets exist.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot } = await import("@/lib/boot/boot");
  boot();
}
