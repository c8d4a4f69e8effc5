export const status = {
  asking: "Asking the server",
  unreachable: "The server does not answer",
  starting: "Starting",
  ready: "Ready for requests",
  failed: "The start failed",
  stopping: "Stopping",
  step: "Step: {name}",
  stepFailed: "{name}: {error}",
} as const;
