export const apiReference = {
  document: "OpenAPI description",
  key: "API key",
  keyHint: "Of the service to try. It stays in this page.",
  json: "JSON body",
  send: "Send",
  answer: "Answer",
  takes: "What is sent as {type}",
  gives: "What comes back as {type}",
  unreachable: "The server does not answer.",
  others: "Other APIs",
} as const;
