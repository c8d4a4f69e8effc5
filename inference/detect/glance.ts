import { detectWithBlaze } from "./blazeface";
import { type Candidate, isSameFace, sideOf } from "./candidate";
import { type DetectedFace, fitTwice, type Place, type Search, tightBox } from "./detected-face";
import { faceProbability, glanceFeatures } from "./fusion";
import { fitMesh } from "./mesh";
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
  const face = await judge(search, largest);
  if (face.probability < settled.probabilityMin) return undefined;
  for (const other of others) {
    if (isSameFace(other, largest) || !(await mayBeFace(search, other))) continue;
    const { probability } = await judge(search, other);
    if (probability > settled.otherProbabilityMax) return undefined;
  }
  return face;
}

/** One pass of the mesh rules out most of what is no face, at half the cost of judging it. */
async function mayBeFace({ pyramid, sessions }: Search, candidate: Candidate): Promise<boolean> {
  const { faceProbability } = await fitMesh(await sessions("mesh"), pyramid, candidate, candidate.roll);
  return faceProbability > settled.meshMin;
}

async function judge(search: Search, candidate: Candidate): Promise<DetectedFace> {
  const { box, mesh, features } = await examineGlance(search, candidate);
  return { box, mesh, probability: faceProbability("glance", features) };
}

/** All that is known of a face that BlazeFace alone saw, unjudged. */
export async function examineGlance(search: Search, candidate: Candidate): Promise<Place> {
  const [first, mesh] = await fitTwice(search, candidate, candidate.roll);
  return { box: tightBox(undefined, mesh), mesh, features: glanceFeatures(candidate, first, mesh, search.longSide) };
}
