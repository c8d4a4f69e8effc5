import type { Translation } from "@/components/language/message-types";
import type { start as english } from "@/components/language/messages/en/start";

export const start = {
  title: "Gesichtserkennung auf dem eigenen Rechner",
  purpose:
    "Mien findet Gesichter in Bildern und antwortet über REST, im Format, das Clients von CompreFace kennen. Bilder und Ergebnisse bleiben auf diesem Server.",
  firstSteps: "Erste Schritte",
  createService:
    "Legen Sie einen Dienst zur Gesichtsfindung an: nach dem Anmelden oder mit diesem Befehl. So oder so bekommen Sie seinen API-Schlüssel.",
  createCommand: "Befehl, der einen Dienst anlegt",
  sendPhoto: "Schicken Sie ein Foto. Die Antwort enthält für jedes Gesicht einen Rahmen und fünf Punkte darin.",
  operators: "Für den Betrieb",
} as const satisfies Translation<typeof english>;
