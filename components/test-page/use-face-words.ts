import { useTexts } from "@/components/language/language-provider";
import type { ShownFace } from "./answer";
import { similarityOf, verdictOf, verdictText } from "./verdict";

/** Numbers and sentences about a face in the reader's language. */
export function useFaceWords(threshold: number | null) {
  const { language, translate: t } = useTexts();
  const rates = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 3 });
  const parts = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const rate = (value: number) => rates.format(value);
  const percent = (value: number) => parts.format(value);

  /** Who or how sure, in a few words. */
  const nameOf = (face: ShownFace): string => {
    const similarity = similarityOf(face);
    if (similarity === undefined) {
      if (face.subjects !== undefined) return t("testPage.unknown");
      if (face.isLive !== undefined) return t(face.isLive ? "testPage.live" : "testPage.notLive");
      if (face.quality !== undefined) return t(face.quality.passed ? "testPage.accepted" : "testPage.rejected");
      return face.box.probability === undefined ? "" : percent(face.box.probability);
    }
    const verdict = verdictOf(face, threshold);
    const subject = face.subjects?.[0]?.subject;
    const who = (verdict === "unknown" ? null : subject) ?? (verdict && t(verdictText(face, verdict)));
    return [who, rate(similarity)].filter(Boolean).join(" ");
  };
  /** Texts for the label of a box, the longest first. */
  const labelsOf = (face: ShownFace) => [`${face.number} ${nameOf(face)}`.trim(), `${face.number}`];
  return { rate, percent, smallRate: (value: number) => small.format(value), nameOf, labelsOf };
}
