import type { Translation } from "@/components/language/message-types";
import type { palette as english } from "@/components/language/messages/en/palette";

export const palette = {
  title: "Suche und Befehle",
  open: "Suchen",
  field: "Anwendungen, Dienste, Seiten und Befehle suchen",
  results: "Treffer",
  count: { one: "{count} Treffer", other: "{count} Treffer" },
  pages: "Seiten",
  actions: "Befehle",
  applications: "Anwendungen",
  services: "Dienste",
  useTheme: "Farben: {theme}",
  useLanguage: "Sprache: {language}",
  keys: "Pfeiltasten wählen aus, Enter öffnet, Escape schließt.",
} as const satisfies Translation<typeof english>;
