"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { CheckField } from "@/components/ui/field";
import type { ShownFace } from "./answer";
import type { Layers } from "./face-mark";

interface LayerChoiceProps {
  readonly faces: readonly ShownFace[];
  readonly layers: Layers;
  readonly onChange: (layers: Layers) => void;
}

/** Fewer points make no net. */
const meshPointsMin = 20;

const choices: readonly {
  readonly layer: keyof Layers;
  readonly text: PlainMessageKey;
  readonly isThere: (face: ShownFace) => boolean;
}[] = [
  { layer: "labels", text: "testPage.showLabels", isThere: () => true },
  { layer: "landmarks", text: "testPage.showLandmarks", isThere: ({ landmarks }) => landmarks !== undefined },
  { layer: "mesh", text: "testPage.showMesh", isThere: ({ landmarks = [] }) => landmarks.length >= meshPointsMin },
  { layer: "pose", text: "testPage.showPose", isThere: ({ pose }) => pose !== undefined },
];

/** What is drawn beside the boxes; what the answer does not have cannot be chosen. */
export function LayerChoice({ faces, layers, onChange }: LayerChoiceProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-wrap gap-x-5">
      {choices.map(({ layer, text, isThere }) => (
        <CheckField
          key={layer}
          label={t(text)}
          checked={layers[layer] && faces.some(isThere)}
          disabled={!faces.some(isThere)}
          onChange={({ target }) => onChange({ ...layers, [layer]: target.checked })}
        />
      ))}
    </div>
  );
}
