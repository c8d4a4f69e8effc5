import type { Translation } from "@/components/language/message-types";
import type { status as english } from "@/components/language/messages/en/status";

export const status = {
  asking: "Der Server wird gefragt",
  unreachable: "Der Server antwortet nicht",
  starting: "Startet",
  ready: "Bereit für Anfragen",
  failed: "Der Start ist misslungen",
  stopping: "Wird beendet",
  step: "Schritt: {name}",
  stepFailed: "{name}: {error}",
} as const satisfies Translation<typeof english>;
