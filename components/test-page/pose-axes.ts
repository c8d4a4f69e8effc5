interface Pose {
  /** Degrees; > 0: the face looks up. */
  readonly pitch: number;
  /** Degrees; > 0: the face looks to the right of the picture. */
  readonly yaw: number;
  /** Degrees; > 0: clockwise in the picture. */
  readonly roll: number;
}

type Direction = readonly [x: number, y: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * How the face's own axes lie in the picture (x to the right, y down), as parts of their length: its head is rolled,
 * then lifted, then turned.
 */
export function poseAxes({ pitch, yaw, roll }: Pose): Readonly<Record<"right" | "up" | "forward", Direction>> {
  const [sinP, cosP] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))];
  const [sinY, cosY] = [Math.sin(radians(yaw)), Math.cos(radians(yaw))];
  const [sinR, cosR] = [Math.sin(radians(roll)), Math.cos(radians(roll))];
  return {
    right: [cosR * cosY + sinR * sinP * sinY, sinR * cosP],
    up: [sinR * cosY - cosR * sinP * sinY, -cosR * cosP],
    forward: [cosP * sinY, -sinP],
  };
}
