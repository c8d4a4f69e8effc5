import { fitRotation } from "@/inference/geometry/rotation";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { Mesh } from "./mesh-points";
import template from "./pose-template.json" with { type: "json" };

type Pose = NonNullable<FaceAnalysis["pose"]>;

const frontal = Float64Array.from(template.points.flatMap(([, ...coordinates]) => coordinates));
const indices = template.points.map(([index]) => index as number);

/**
 * How the head is turned, from the rotation between a frontal mesh and this one. Yaw > 0: the face looks to the right
 * of the picture; pitch > 0: up; roll > 0: clockwise in the picture. Degrees; the average photographed face reads 0.
 */
export function findPose(mesh: Mesh): Pose {
  const [[, , awayX], [acrossY, downY, awayY], [, , awayZ]] = fitRotation(frontal, pickPoints(mesh, indices));
  return {
    yaw: degrees(Math.atan2(-awayX, awayZ)),
    pitch: degrees(Math.asin(Math.max(-1, Math.min(1, awayY)))),
    roll: degrees(Math.atan2(acrossY, downY)),
  };
}

/** Some points of a mesh, flat x, y, z. */
export function pickPoints(mesh: Mesh, indices: readonly number[]): Float64Array {
  return Float64Array.from(indices.flatMap((index) => [...mesh.subarray(index * 3, index * 3 + 3)]));
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
