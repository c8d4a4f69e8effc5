import type { Translation } from "@/components/language/message-types";
import type { holdings as english } from "@/components/language/messages/en/holdings";

export const holdings = {
  title: "Gesichtersammlung",
  titleModel: "Netze",
  purpose:
    "Gezählt am Ende jedes Tages in UTC, und jetzt. Was später entfernt wurde, zählt für die Tage davor weiterhin.",
  subjects: "Personen",
  faces: "Gesichter",
  model: "Modellpaket und Version seiner Merkmalsvektoren",
  noModel: "Noch keines hat geantwortet.",
  otherModel: {
    one: "{count} Gesicht stammt von {tag} und wird erst verglichen, wenn sein Merkmalsvektor neu berechnet ist.",
    other:
      "{count} Gesichter stammen von {tag} und werden erst verglichen, wenn ihre Merkmalsvektoren neu berechnet sind.",
  },
  none: "Keine Personen und keine Gesichter in dieser Zeit.",
  subjectsChart: "Personen im Lauf der Zeit: {first} am {firstDay}, {last} heute, höchstens {most}.",
  facesChart: "Gesichter im Lauf der Zeit: {first} am {firstDay}, {last} heute, höchstens {most}.",
  since: "Die erste Zählung dieser Zeit ist vom {when}. Tage, an denen der Server nicht lief, fehlen.",
  asTable: "Die Größen als Tabelle",
  table: "Personen und Gesichter nach Tagen",
  day: "Tag",
} as const satisfies Translation<typeof english>;
