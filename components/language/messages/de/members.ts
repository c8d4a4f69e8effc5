import type { Translation } from "@/components/language/message-types";
import type { members as english } from "@/components/language/messages/en/members";

export const members = {
  title: "Mitglieder",
  purpose: "Inhaber verwalten die Anwendung, Administratoren ihre Dienste und deren Schlüssel; Benutzer sehen beides.",
  invited: "Eingeladen, noch ohne Konto",
  invitations: "Einladungen",
  expires: "Läuft ab: {when}",
  withdraw: "Zurückziehen",
  withdrawOf: "Einladung von {email} zurückziehen",
  withdrawInvitation: "Einladung zurückziehen",
  withdrawConsequence: "{email} kann mit dieser Einladung dann nicht mehr beitreten.",
  add: "Mitglied hinzufügen",
  noMail:
    "Dieser Server verschickt keine Post. Sagen Sie Personen ohne Konto selbst, dass sie binnen 7 Tagen eines mit dieser Adresse anlegen sollen.",
  added: "{email} ist hinzugefügt, oder eingeladen, falls es das Konto noch nicht gibt.",
  role: "Rolle",
  asUser: "Benutzer: sieht die Dienste, ohne Schlüssel",
  asAdministrator: "Administrator: ändert sie auch",
  asOwner: "Inhaber: übergibt die Anwendung",
  changeRole: "Rolle ändern",
  changeRoleOf: "Rolle von {email} ändern",
  roleOf: "Rolle von {email}",
  ownerHint: "Eine Anwendung hat einen Inhaber: Wer sie übergibt, wird Administrator.",
  roleChanged: "{email} hat jetzt die Rolle {role}.",
  remove: "Entfernen",
  removeOf: "{email} entfernen",
  removeMember: "Mitglied entfernen",
  removeConsequence: "{email} verliert den Zugang zu dieser Anwendung und ihren Diensten.",
} as const satisfies Translation<typeof english>;
