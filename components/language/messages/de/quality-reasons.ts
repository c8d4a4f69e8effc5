import type { Translation } from "@/components/language/message-types";
import type { qualityReasons as english } from "@/components/language/messages/en/quality-reasons";

export const qualityReasons = {
  unified:
    "Das Gesicht wird auf diesem Bild schwer zu erkennen sein. Nehmen Sie ein anderes Bild auf: scharf, gut beleuchtet und von vorn.",
  sharpness:
    "Das Gesicht ist unscharf. Halten Sie die Kamera ruhig, stellen Sie auf das Gesicht scharf, und putzen Sie das Objektiv.",
  noise: "Das Bild rauscht. Nehmen Sie mehr Licht oder eine geringere Empfindlichkeit.",
  compression: "Das Bild ist zu stark komprimiert. Speichern Sie das Bild mit höherer JPEG-Qualität.",
  illuminationUniformity:
    "Eine Seite des Gesichts ist dunkler als die andere. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  luminanceMean: "Das Gesicht ist zu dunkel oder zu hell. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  luminanceVariance:
    "Das Gesicht zeigt zu wenig oder zu viel Kontrast. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  underExposure: "Teile des Gesichts sind schwarz. Nehmen Sie mehr Licht, oder belichten Sie länger.",
  overExposure: "Teile des Gesichts sind weiß. Nehmen Sie weniger Licht, oder belichten Sie kürzer.",
  dynamicRange: "Das Gesicht zeigt zu wenige Helligkeitsstufen. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  dynamicRangePercentile: "Das Gesicht zeigt zu wenig Kontrast. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  brightness: "Das Gesicht ist zu dunkel oder zu hell. Sorgen Sie für weiches, gleichmäßiges Licht von vorn.",
  flare: "Auf dem Gesicht spiegelt Licht. Vermeiden Sie den Blitz, und setzen Sie spiegelnde Brillen ab.",
  naturalColour:
    "Die Farbe der Haut ist nicht natürlich. Nehmen Sie Tageslicht oder weißes Licht und ein Bild in Farbe.",
  backgroundUniformity: "Der Hintergrund ist unruhig. Stellen Sie sich vor eine einfarbige Wand.",
  watermark: "Das Bild trägt anscheinend ein Wasserzeichen. Nehmen Sie das ursprüngliche Bild.",
  singleFace: "Auf dem Bild ist ein weiteres Gesicht. Nehmen Sie eine Person allein auf.",
  eyesOpen: "Ein Auge ist geschlossen oder verdeckt. Öffnen Sie beide Augen.",
  leftEyeOpen: "Das Auge links im Bild ist geschlossen oder verdeckt. Öffnen Sie beide Augen.",
  rightEyeOpen: "Das Auge rechts im Bild ist geschlossen oder verdeckt. Öffnen Sie beide Augen.",
  mouthClosed: "Der Mund ist offen. Schließen Sie den Mund.",
  mouthOpenness: "Der Mund ist offen. Schließen Sie den Mund.",
  eyesVisible:
    "Ein Auge ist verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  leftEyeVisible:
    "Das Auge links im Bild ist verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  rightEyeVisible:
    "Das Auge rechts im Bild ist verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  noseVisible:
    "Die Nase ist verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  mouthVisible:
    "Der Mund ist verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  faceVisible:
    "Teile des Gesichts sind verdeckt. Nehmen Sie weg, was das Gesicht verdeckt: Maske, dunkle Brille, Hand oder Haare.",
  expressionNeutrality: "Der Ausdruck ist nicht neutral. Schauen Sie entspannt, ohne zu lächeln.",
  yaw: "Das Gesicht ist zur Seite gedreht. Wenden Sie das Gesicht der Kamera zu.",
  pitch:
    "Das Gesicht ist nach oben oder unten gewandt. Schauen Sie gerade in die Kamera, und halten Sie den Kopf aufrecht.",
  roll: "Der Kopf ist geneigt. Schauen Sie gerade in die Kamera, und halten Sie den Kopf aufrecht.",
  interEyeDistance: "Das Gesicht hat zu wenige Pixel. Kommen Sie näher, oder nehmen Sie eine bessere Kamera.",
  eyesDistance: "Das Gesicht hat zu wenige Pixel. Kommen Sie näher, oder nehmen Sie eine bessere Kamera.",
  headSize: "Der Kopf füllt zu viel oder zu wenig vom Bild. Ändern Sie den Abstand.",
  faceSize: "Das Gesicht füllt zu wenig vom Bild. Kommen Sie näher.",
  integrity: "Der Bildrand schneidet das Gesicht ab. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  distanceToCentre: "Das Gesicht ist nicht in der Mitte des Bildes. Rücken Sie in die Mitte.",
  leftwardCrop: "Links ist zu wenig Raum. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  rightwardCrop: "Rechts ist zu wenig Raum. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  marginAbove: "Über dem Kopf ist zu wenig Raum. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  marginBelow: "Unter dem Kopf ist zu wenig Raum. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  marginInner: "Der Bildrand schneidet den Kopf ab. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
  marginOuter: "Um den Kopf ist zu wenig Raum. Lassen Sie den ganzen Kopf mit etwas Raum darum im Bild.",
} as const satisfies Translation<typeof english>;
