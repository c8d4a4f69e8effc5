import type { Translation } from "@/components/language/message-types";
import type { users as english } from "@/components/language/messages/en/users";

export const users = {
  title: "Konten",
  purpose: "Alle mit einem Konto auf diesem Server und ihre Rolle auf dem ganzen Server.",
  search: "Konten suchen",
  none: "Niemand passt zur Suche.",
  DISABLED: "Gesperrt",
  UNVERIFIED: "Adresse nicht bestätigt",
  joined: "{email}, Konto angelegt {when}",
  disable: "Sperren",
  disableOf: "{email} sperren",
  disableAccount: "Konto sperren",
  enable: "Freigeben",
  enableOf: "{email} freigeben",
  enableAccount: "Konto freigeben",
  disableConsequence:
    "{email} wird überall abgemeldet und kann sich nicht anmelden, bis das Konto wieder freigegeben ist.",
  enableConsequence: "{email} kann sich wieder anmelden.",
  asUser: "Benutzer: sieht die Anwendungen, zu denen er gehört",
  asAdministrator: "Administrator: sieht und ändert alles",
  asOwner: "Inhaber: übergibt diesen Server",
  delete: "Löschen",
  deleteOf: "{email} löschen",
  deleteAccount: "Konto löschen",
  deleteConsequence: "Das Konto wird endgültig entfernt.",
  replacer: "Die eigenen Anwendungen gehen",
  replacerDeleter: "An mich",
  replacerOwner: "An den Inhaber dieses Servers",
  deleted: "Das Konto {email} ist gelöscht.",
} as const satisfies Translation<typeof english>;
