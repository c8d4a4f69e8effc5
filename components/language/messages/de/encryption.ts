import type { Translation } from "@/components/language/message-types";
import type { encryption as english } from "@/components/language/messages/en/encryption";

export const encryption = {
  title: "Verschlüsselung der Bilder",
  purpose:
    "Clients der Qualitätsprüfung von SenseID verschlüsseln jedes Foto mit AES-256-GCM, diesem Schlüssel und IV (POST /quality/face/stateless).",
  limits: "Der IV ändert sich nie, darum schützt das nur vor einem flüchtigen Blick. Verwenden Sie außerdem https.",
  show: "Schlüssel und IV zeigen",
  showWarning: "Es wird festgehalten, wer den Schlüssel wann angesehen hat.",
  showVerb: "Beide zeigen",
  key: "Schlüssel",
  iv: "IV",
  installation: "Dieser Dienst folgt dem Schlüssel der Installation; wer den Server betreibt, kennt ihn.",
  none: "Dieser Dienst hat noch keinen Schlüssel. Ersetzen gibt ihm einen.",
  done: "Fertig",
  replace: "Schlüssel und IV ersetzen",
  replaceVerb: "Ersetzen",
  replaceHelp: "Die bisherigen gelten sofort nicht mehr. Leere Felder bekommen zufällige Zeichen.",
  newKey: "Neuer Schlüssel, 32 Zeichen",
  newIv: "Neuer IV, 12 Zeichen",
} as const satisfies Translation<typeof english>;
