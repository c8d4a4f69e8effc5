import { detectWithBlaze } from "./blazeface";
import { type Candidate, isSameFace, sideOf } from "./candidate";
import { type DetectedFace, fitAgain, fitFirst, type Place, type Search, tightBox } from "./detected-face";
import { faceProbability, glanceFeatures } from "./fusion";
import { suppressDoubles } from "./suppress-doubles";

/** Below this BlazeFace answers with noise. */
const scoreMin = 0.15;
/** A glance settles a picture when it is this sure of one large face, and of no other. */
const settled = { probabilityMin: 0.97, otherProbabilityMax: 0.15, sideShareMin: 0.15, meshMin: 0.05 } as const;

/** Looks once at the whole picture: the large faces, best first. */
export async function glanceAt({ pyramid, sessions, longSide }: Search): Promise<Candidate[]> {
  const { width, height } = pyramid.image;
  const square = { x: (width - longSide) / 2, y: (height - longSide) / 2, side: longSide };
  return suppressDoubles(await detectWithBlaze(await sessions("blazeface"), pyramid, square, scoreMin));
}

/** The one large face of a portrait; undefined when the picture deserves a real search. */
export async function settlePortrait(
  search: Search,
  candidates: readonly Candidate[],
): Promise<DetectedFace | undefined> {
  const [largest, ...others] = candidates;
  if (!largest || sideOf(largest) < settled.sideShareMin * search.longSide) return undefined;
  const { box, mesh, features } = await examineGlance(search, largest);
  const probability = faceProbability("glance", features);
  if (probability < settled.probabilityMin) return undefined;
  for (const other of others) {
    if (!isSameFace(other, largest) && (await isLikely(search, other))) return undefined;
  }
  return { box, mesh, probability };
}

/** Whether a second candidate may be a face; most are none, and cost one pass of the mesh only. */
async function isLikely(search: Search, candidate: Candidate): Promise<boolean> {
  const first = await fitFirst(search, candidate, candidate.roll);
  if (first.faceProbability < settled.meshMin) return false;
  const features = glanceFeatures(candidate, first, await fitAgain(search, first), search.longSide);
  return faceProbability("glance", features) > settled.otherProbabilityMax;
}

/** All that is known of a face that BlazeFace alone saw, unjudged. */
export async function examineGlance(search: Search, candidate: Candidate): Promise<Place> {
  const first = await fitFirst(search, candidate, candidate.roll);
  const mesh = await fitAgain(search, first);
  return { box: tightBox(undefined, mesh), mesh, features: glanceFeatures(candidate, first, mesh, search.longSide) };
}
