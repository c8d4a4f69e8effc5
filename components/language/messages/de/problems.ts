import type { Translation } from "@/components/language/message-types";
import type { problems as english } from "@/components/language/messages/en/problems";

export const problems = {
  invalid_request: "Die Anfrage war nicht richtig.",
  unauthenticated: "Sie sind nicht angemeldet.",
  forbidden: "Das dürfen Sie nicht.",
  not_found: "Das gibt es nicht oder nicht für Sie.",
  conflict: "Das verträgt sich nicht mit dem, was schon da ist.",
  method_not_allowed: "Das ist hier nicht möglich.",
  unsupported_content_type: "Diese Art von Inhalt wird nicht unterstützt.",
  request_too_large: "Die Anfrage ist zu groß.",
  file_too_large: "Die Datei ist zu groß.",
  image_unsupported: "Dieses Bildformat wird nicht unterstützt.",
  image_unreadable: "Das Bild lässt sich nicht lesen.",
  image_too_many_pixels: "Das Bild hat zu viele Pixel.",
  no_face: "Das Bild enthält kein Gesicht.",
  several_faces: "Das Bild enthält mehr als ein Gesicht.",
  too_many_requests: "Zu viele Versuche; bitte warten Sie ein wenig.",
  busy: "Der Server ist ausgelastet; bitte versuchen Sie es gleich noch einmal.",
  unavailable: "Der Server kann das gerade nicht.",
  timeout: "Das hat zu lange gedauert.",
  internal: "Auf dem Server ist etwas schiefgegangen.",
} as const satisfies Translation<typeof english>;
