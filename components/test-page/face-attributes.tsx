"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { ShownFace } from "./answer";
import type { useFaceWords } from "./use-face-words";
import { valueText } from "./value-texts";

interface FaceAttributesProps {
  readonly face: ShownFace;
  readonly words: ReturnType<typeof useFaceWords>;
}

/** Whole ones; adding 0 takes the sign off a -0. */
const degrees = (angle: number) => Math.round(angle) + 0;

/** Names and values of what was said of a face; what was not asked for is not there. */
function useAttributes({ face, words }: FaceAttributesProps): readonly (readonly [name: string, value: string])[] {
  const t = useTranslate();
  const wordOf = (value: string) => {
    const text = valueText(value);
    return text === null ? value.replaceAll("_", " ") : t(text);
  };
  const { age, gender, pose, mask, emotion, liveness, occlusion, decision } = face;
  const hidden = Object.entries(occlusion ?? {})
    .filter(([, { occluded }]) => occluded)
    .map(([region]) => wordOf(region));
  const found: (readonly [string, string] | false | undefined)[] = [
    face.box.probability !== undefined && [t("testPage.probability"), words.percent(face.box.probability)],
    age && [t("testPage.age"), t("testPage.ageRange", age)],
    gender !== undefined && [t("testPage.gender"), wordOf(gender)],
    mask && [t("testPage.mask"), `${wordOf(mask.value)} (${words.percent(mask.probability)})`],
    emotion && [
      t("testPage.emotion"),
      `${wordOf(emotion.value)} (${words.percent(emotion.probabilities[emotion.value] ?? 0)})`,
    ],
    liveness && [t("testPage.liveness"), words.percent(liveness.probability)],
    occlusion && [t("testPage.hidden"), hidden.length === 0 ? t("testPage.hiddenNothing") : hidden.join(", ")],
    pose && [
      t("testPage.pose"),
      t("testPage.poseAngles", {
        pitch: degrees(pose.pitch),
        yaw: degrees(pose.yaw),
        roll: degrees(pose.roll),
      }),
    ],
    decision?.false_accept_rate !== undefined && [
      t("testPage.falseAccepts"),
      words.smallRate(decision.false_accept_rate),
    ],
  ];
  return found.filter((entry) => entry !== undefined && entry !== false);
}

/** What the service says of a face, beside who it is. */
export function FaceAttributes(props: FaceAttributesProps) {
  const attributes = useAttributes(props);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      {attributes.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
