import type { Translation } from "@/components/language/message-types";
import type { welcome as english } from "@/components/language/messages/en/welcome";

export const welcome = {
  hello: "Willkommen, {name}. Drei Schritte führen zur ersten Antwort.",
  steps: "Erste Schritte",
  done: "Erledigt:",
  application: "Eine Anwendung anlegen",
  applicationHelp: "Sie fasst Dienste zusammen und die Leute, die sich um sie kümmern.",
  service: "Einen Dienst darin anlegen",
  serviceHelp: "Seine Art sagt, was er tut: Gesichter finden, Personen erkennen, zwei Bilder vergleichen.",
  request: "Seinen Schlüssel kopieren und ein Bild schicken",
  requestHelp:
    "Programme schicken den Schlüssel bei jeder Anfrage mit. Der Befehl für die erste steht zum Kopieren bereit.",
} as const satisfies Translation<typeof english>;
