import type { Translation } from "@/components/language/message-types";
import type { signInMethods as english } from "@/components/language/messages/en/sign-in-methods";

export const signInMethods = {
  with: "Mit {name} anmelden",
  signUpWith: "Mit {name} registrieren",
  codeTitle: "Noch ein Schritt",
  codePrompt: "Geben Sie den Code ein, den Ihre Authenticator-App zeigt, oder einen Ihrer Wiederherstellungscodes.",
  code: "Code",
  confirmCode: "Bestätigen",
  failed: "Die Anmeldung ist nicht gelungen",
  declined: "Die Anmeldung wurde beim anderen Dienst abgebrochen.",
  provider:
    "Der andere Dienst hat nicht geantwortet, wie er soll. Versuchen Sie es erneut und sagen Sie der Verwaltung Bescheid, wenn es so bleibt.",
  expired:
    "Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser oder unter anderer Adresse begonnen. Versuchen Sie es erneut.",
  address_missing: "Der andere Dienst nennt Ihre E-Mail-Adresse nicht, die ein Konto braucht.",
  address_unconfirmed:
    "Der andere Dienst hat Ihre E-Mail-Adresse nicht bestätigt. Bestätigen Sie sie dort und versuchen Sie es erneut.",
  address_not_allowed: "Konten mit Ihrer E-Mail-Adresse können sich hier nicht anmelden.",
  disabled: "Ihr Konto auf diesem Server ist gesperrt.",
  secondFactor: "Zweiter Faktor",
  secondFactorPurpose: "Neben dem Passwort wird ein Code einer App auf Ihrem Telefon verlangt.",
  off: "Der zweite Faktor ist aus.",
  on: "An seit {when}.",
  codesLeft: {
    one: "{count} Wiederherstellungscode ist übrig.",
    other: "{count} Wiederherstellungscodes sind übrig.",
  },
  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  turnOnTitle: "Zweiten Faktor einschalten",
  turnOffTitle: "Zweiten Faktor ausschalten",
  turnOffConsequence: "Ihr Passwort allein genügt dann wieder. Ihre anderen Sitzungen enden.",
  yourPassword: "Ihr Passwort",
  goOn: "Weiter",
  beginWithout: "Ihre anderen Sitzungen enden, sobald der zweite Faktor an ist.",
  scan: "Scannen Sie dies mit einer Authenticator-App oder tippen Sie das Geheimnis ein. Geben Sie dann den Code ein, den sie zeigt.",
  qrCode: "QR-Code mit dem Geheimnis",
  secret: "Geheimnis",
  nextCode: "Code der App",
  turnedOff: "Der zweite Faktor ist aus.",
  renew: "Neue Wiederherstellungscodes",
  renewTitle: "Neue Wiederherstellungscodes",
  renewConsequence:
    "Die Wiederherstellungscodes, die Sie jetzt haben, gelten nicht mehr. Ihre anderen Sitzungen enden.",
  keepCodes: "Bewahren Sie diese Wiederherstellungscodes auf",
  keepCodesPurpose:
    "Jeder lässt Sie einmal hinein, wenn die App nicht zur Hand ist. Sie werden nur jetzt gezeigt: Bewahren Sie sie getrennt von Ihrem Passwort auf.",
  recoveryCodes: "Wiederherstellungscodes",
  download: "Herunterladen",
  kept: "Ich habe sie aufbewahrt",
  noPassword: "Ihr Konto hat kein Passwort: Sie melden sich mit {name} an. Mit einem Passwort ginge es auch ohne.",
  otherService: "einem anderen Dienst",
  mailPassword: "Link zum Setzen eines Passworts senden",
  passwordMailed: "Eine Nachricht mit einem Link ist unterwegs.",
  reset: "Zweiten Faktor zurücksetzen",
  resetOf: "Zweiten Faktor von {email} zurücksetzen",
  resetConsequence:
    "{email} wird überall abgemeldet und meldet sich nur mit dem Passwort an, bis der zweite Faktor wieder eingeschaltet ist. Vergewissern Sie sich, dass wirklich diese Person darum bittet.",
  wasReset: "Der zweite Faktor von {email} ist aus.",
} as const satisfies Translation<typeof english>;
