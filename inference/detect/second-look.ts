import { detectWithBlaze } from "./blazeface";
import { iouOf, sideOf } from "./candidate";
import type { Place, Search } from "./detected-face";
import { logit } from "./fusion";

/** How many sides of the place the second look takes in: BlazeFace is surest of faces that fill a third of its view. */
const zoom = 3;
/** What stands in for the score when nothing shows. */
const absentScore = 0.02;

/** Whether a place is large enough for a second look to tell more, and in doubt enough to need it. */
export function deservesSecondLook(probability: number, place: Place, longSide: number): boolean {
  return probability > 0.1 && probability < 0.97 && sideOf(place.mesh.bounds) > 0.05 * longSide;
}

/** BlazeFace's score (log odds) when a place in doubt fills the view: faces gain by it, dogs and balls mostly lose. */
export async function lookAgain({ pyramid, sessions }: Search, { mesh: { bounds } }: Place): Promise<number> {
  const side = sideOf(bounds) * zoom;
  const square = { x: (bounds.xMin + bounds.xMax - side) / 2, y: (bounds.yMin + bounds.yMax - side) / 2, side };
  const found = await detectWithBlaze(await sessions("blazeface"), pyramid, square, absentScore);
  return logit(found.find((candidate) => iouOf(candidate, bounds) > 0.3)?.score ?? absentScore);
}
