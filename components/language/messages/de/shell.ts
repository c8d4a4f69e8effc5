import type { Translation } from "@/components/language/message-types";
import type { shell as english } from "@/components/language/messages/en/shell";

export const shell = {
  description: "Gesichtserkennung auf dem eigenen Server.",
  skip: "Zum Inhalt springen",
  theme: "Farben",
  themeSystem: "System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  language: "Sprache",
  navigation: "Hauptmenü",
  applications: "Anwendungen",
  users: "Konten",
  profile: "Profil",
  yourAccount: ": Ihr Konto",
  signOut: "Abmelden",
  accountUnreadable: "Ihr Konto konnte nicht geladen werden",
  notFoundTitle: "Diese Seite gibt es nicht",
  notFoundHome: "Zur Startseite",
} as const satisfies Translation<typeof english>;
