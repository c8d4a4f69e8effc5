import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { Mesh } from "./mesh-points";

/** All points of the mesh in picture pixels, in MediaPipe's order; z is smaller the nearer a point is. */
export function findLandmarks468(mesh: Mesh): NonNullable<FaceAnalysis["landmarks468"]> {
  return Array.from(
    { length: mesh.length / 3 },
    (_, i) => [mesh[i * 3], mesh[i * 3 + 1], mesh[i * 3 + 2]] as [x: number, y: number, z: number],
  );
}
