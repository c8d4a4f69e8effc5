import type { ShownFace } from "./answer";
import { toneOf } from "./face-mark";
import { boxOf, type Scene } from "./scene";
import { verdictOf } from "./verdict";

interface MatchLinesProps {
  readonly scene: Scene;
  readonly faces: readonly ShownFace[];
  readonly threshold: number | null;
}

/** Lines from the face of the first picture to those of the second that match it. */
export function MatchLines({ scene, faces, threshold }: MatchLinesProps) {
  const source = faces.find(({ picture, similarity }) => picture === 0 && similarity === undefined);
  if (source === undefined || scene.pictures.length < 2) return null;
  const from = boxOf(scene, source);
  return faces
    .filter((face) => verdictOf(face, threshold) === "match")
    .map((face) => {
      const to = boxOf(scene, face);
      return (
        <line
          key={face.number}
          data-match={face.number}
          x1={from.x + from.width}
          y1={from.y + from.height / 2}
          x2={to.x}
          y2={to.y + to.height / 2}
          className={toneOf("match")}
          strokeWidth={2}
          strokeDasharray="6 4"
          vectorEffect="non-scaling-stroke"
        />
      );
    });
}
