import type { Translation } from "@/components/language/message-types";
import type { profile as english } from "@/components/language/messages/en/profile";

export const profile = {
  title: "Profil",
  purpose: "Ihr Konto auf diesem Server.",
  name: "Name",
  address: "Ihre Adresse ist {email}.",
  renamed: "Ihr Name ist geändert.",
  password: "Passwort",
  passwordPurpose: "Ein neues Passwort beendet Ihre Sitzungen auf anderen Geräten.",
  changePassword: "Passwort ändern",
  currentPassword: "Bisheriges Passwort",
  repeatNewPassword: "Neues Passwort wiederholen",
  passwordChanged: "Ihr Passwort ist geändert, und Ihre anderen Sitzungen sind beendet.",
  sessions: "Sitzungen",
  sessionsPurpose: "Wo Sie angemeldet sind.",
  unknownProgram: "Unbekanntes Programm",
  thisOne: "Diese hier",
  times: "angemeldet {created}, zuletzt gesehen {seen}",
  timesFrom: "{ip}, angemeldet {created}, zuletzt gesehen {seen}",
  endOthers: "Die anderen abmelden",
  delete: "Konto löschen",
  deleteMine: "Mein Konto löschen",
  deletePurpose: "Entfernt Ihr Konto von diesem Server.",
  deleteConsequence: "Ihr Konto wird endgültig entfernt. Ihre Anwendungen gehen an den Inhaber dieses Servers.",
  yourPassword: "Ihr Passwort",
  ownerStays: "Der Inhaber des Servers kann nicht gelöscht werden. Machen Sie zuerst jemand anderen zum Inhaber.",
} as const satisfies Translation<typeof english>;
