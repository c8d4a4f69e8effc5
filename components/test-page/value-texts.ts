import type { PlainMessageKey } from "@/components/language/message-types";

/** What the API says of a face by words of its own. */
const texts = {
  without_mask: "testPage.mask_without_mask",
  with_mask: "testPage.mask_with_mask",
  mask_weared_incorrect: "testPage.mask_mask_weared_incorrect",
  male: "testPage.valueMale",
  female: "testPage.valueFemale",
  neutral: "testPage.valueNeutral",
  happy: "testPage.valueHappy",
  sad: "testPage.valueSad",
  angry: "testPage.valueAngry",
  fearful: "testPage.valueFearful",
  disgusted: "testPage.valueDisgusted",
  surprised: "testPage.valueSurprised",
  left_cheek: "testPage.valueLeftCheek",
  right_cheek: "testPage.valueRightCheek",
  chin: "testPage.valueChin",
  left_eye: "testPage.valueLeftEye",
  right_eye: "testPage.valueRightEye",
  left_eyebrow: "testPage.valueLeftEyebrow",
  right_eyebrow: "testPage.valueRightEyebrow",
  forehead: "testPage.valueForehead",
  mouth: "testPage.valueMouth",
  nose: "testPage.valueNose",
} as const satisfies Readonly<Record<string, PlainMessageKey>>;

const isKnown = (value: string): value is keyof typeof texts => Object.hasOwn(texts, value);

/** The text for such a word; null for one that is new there. */
export const valueText = (value: string): PlainMessageKey | null => (isKnown(value) ? texts[value] : null);
