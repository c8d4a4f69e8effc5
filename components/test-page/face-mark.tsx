import { useMemo } from "react";
import type { ShownFace } from "./answer";
import { poseAxes } from "./pose-axes";
import { boxOf, type Scene, toScene } from "./scene";
import { triangulate } from "./triangulate";
import type { verdictOf } from "./verdict";

/** What is drawn beside the boxes. */
export interface Layers {
  readonly labels: boolean;
  readonly landmarks: boolean;
  readonly mesh: boolean;
  readonly pose: boolean;
}

export const toneOf = (verdict: ReturnType<typeof verdictOf>): string =>
  verdict === null ? "stroke-face-box" : { match: "stroke-match", unknown: "stroke-uncertain" }[verdict];

interface MarkProps {
  readonly scene: Scene;
  readonly face: ShownFace;
}

/** Points as one path of dots: thousands of circles would be slow. */
function Landmarks({ scene, face }: MarkProps) {
  const dots = (face.landmarks ?? []).map((point) => `M${toScene(scene, face, point).join(" ")}h0`);
  return (
    <path
      d={dots.join("")}
      className="fill-none stroke-white"
      strokeWidth={3}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}

function Mesh({ scene, face }: MarkProps) {
  const path = useMemo(() => {
    const points = (face.landmarks ?? []).map((point) => toScene(scene, face, point));
    const corner = (index: number) => (points[index] ?? [0, 0]).join(" ");
    return triangulate(points)
      .map(([a, b, c]) => `M${corner(a)}L${corner(b)}L${corner(c)}Z`)
      .join("");
  }, [scene, face]);
  return <path d={path} className="fill-none stroke-white/70" strokeWidth={1} vectorEffect="non-scaling-stroke" />;
}

const axisColours = { right: "stroke-red-500", up: "stroke-green-500", forward: "stroke-blue-500" } as const;

function PoseAxes({ scene, face }: MarkProps) {
  if (face.pose === undefined) return null;
  const { x, y, width, height } = boxOf(scene, face);
  const [centre, length] = [[x + width / 2, y + height / 2] as const, width / 2];
  return Object.entries(poseAxes(face.pose)).map(([axis, [right, down]]) => (
    <line
      key={axis}
      x1={centre[0]}
      y1={centre[1]}
      x2={centre[0] + right * length}
      y2={centre[1] + down * length}
      className={axisColours[axis as keyof typeof axisColours]}
      strokeWidth={3}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  ));
}

interface FaceMarkProps extends MarkProps {
  readonly tone: string;
  readonly isActive: boolean;
  readonly layers: Layers;
}

/** The box of a face, dark around so that it shows on any picture, and what the layers add. */
export function FaceMark({ scene, face, tone, isActive, layers }: FaceMarkProps) {
  const box = boxOf(scene, face);
  const width = isActive ? 4 : 2;
  return (
    <g data-face={face.number} className="cursor-pointer">
      <rect
        {...box}
        className="fill-transparent stroke-black/50"
        strokeWidth={width + 2}
        vectorEffect="non-scaling-stroke"
      />
      <rect {...box} className={`fill-none ${tone}`} strokeWidth={width} vectorEffect="non-scaling-stroke" />
      {layers.mesh ? <Mesh scene={scene} face={face} /> : null}
      {layers.landmarks ? <Landmarks scene={scene} face={face} /> : null}
      {layers.pose ? <PoseAxes scene={scene} face={face} /> : null}
    </g>
  );
}
