import { fitSimilarity, type Similarity } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";
import { type Mesh, meshPoint } from "./mesh-points";

/** Side in pixels of the chip that the recognition network looks at. */
export const chipSidePx = 150;

/**
 * Mean face on which dlib trained the network: nose, eyes and upper lip of the 68-point layout (dlib skips brows, jaw and
 * lower lip, which move), x and y as shares of the face's side; and the mesh points with the same meaning.
 * Source: dlib's `get_face_chip_details` (Boost Software License).
 */
const meanFace: readonly (readonly [meshIndex: number, x: number, y: number])[] = [
  [168, 0.490127, 0.203352],
  [197, 0.490127, 0.307009],
  [5, 0.490127, 0.409805],
  [4, 0.490127, 0.515625],
  [98, 0.36688, 0.587326],
  [97, 0.426036, 0.609345],
  [2, 0.490127, 0.628106],
  [326, 0.554217, 0.609345],
  [327, 0.613373, 0.587326],
  [33, 0.121737, 0.216423],
  [160, 0.187122, 0.178758],
  [158, 0.265825, 0.179852],
  [133, 0.334606, 0.231733],
  [153, 0.260918, 0.245099],
  [144, 0.182743, 0.244077],
  [362, 0.645647, 0.231733],
  [385, 0.714428, 0.179852],
  [387, 0.793132, 0.178758],
  [263, 0.858516, 0.216423],
  [373, 0.79751, 0.244077],
  [380, 0.719335, 0.245099],
  [61, 0.254149, 0.780233],
  [40, 0.340985, 0.745405],
  [37, 0.428858, 0.727388],
  [0, 0.490127, 0.742578],
  [267, 0.551395, 0.727388],
  [270, 0.639268, 0.745405],
  [291, 0.726104, 0.780233],
  [78, 0.290379, 0.784792],
  [81, 0.428096, 0.778746],
  [13, 0.490127, 0.785343],
  [311, 0.552157, 0.778746],
  [308, 0.689874, 0.784792],
];

/** Chip → image: where dlib's mean face lies on this face. `padding` is the margin as a share of the mean face's side. */
export function chipTransform(mesh: Mesh, padding: number): Similarity {
  const place = (share: number) => ((padding + share) / (2 * padding + 1)) * chipSidePx;
  const template = meanFace.map(([, x, y]): Point => [place(x), place(y)]);
  return fitSimilarity(
    template,
    meanFace.map(([index]) => meshPoint(mesh, index)),
  );
}
