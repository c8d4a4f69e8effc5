export const start = {
  title: "Face recognition on your own machine",
  purpose:
    "Mien finds faces in pictures and answers over REST, in the format that CompreFace clients know. Pictures and results stay on this server.",
  firstSteps: "First steps",
  createService: "Create a detection service: sign in, or use this command. Either way you get its API key.",
  createCommand: "Command that creates a service",
  sendPhoto: "Send a photo. The answer holds a box for each face and five points in it.",
  operators: "For operators",
} as const;
