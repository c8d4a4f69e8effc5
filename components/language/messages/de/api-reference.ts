import type { Translation } from "@/components/language/message-types";
import type { apiReference as english } from "@/components/language/messages/en/api-reference";

export const apiReference = {
  document: "OpenAPI-Beschreibung",
  key: "API-Schlüssel",
  keyHint: "Des Dienstes, der probiert wird. Er bleibt auf dieser Seite.",
  json: "JSON-Inhalt",
  send: "Senden",
  answer: "Antwort",
  takes: "Was als {type} gesendet wird",
  gives: "Was als {type} zurückkommt",
  unreachable: "Der Server antwortet nicht.",
  others: "Andere Schnittstellen",
} as const satisfies Translation<typeof english>;
