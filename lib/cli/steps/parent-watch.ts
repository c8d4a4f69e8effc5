import { isMainThread } from "node:worker_threads";

// Loaded before the server when `npm start` runs it. The channel to the starter closes however the starter ends,
// even by SIGKILL, and the server then shuts down as if it had been asked to. Worker threads load it too.
if (isMainThread && process.channel !== undefined) {
  process.channel?.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
