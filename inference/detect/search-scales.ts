import { type Candidate, iouOf, sideOf } from "./candidate";
import { type DetectedFace, fitAgain, fitFirst, type Place, type Search, tightBox } from "./detected-face";
import { type FaceGroup, groupCandidates } from "./face-group";
import { faceProbability, logit, searchFeatures } from "./fusion";
import { deservesSecondLook, lookAgain } from "./second-look";
import { detectWithSsd } from "./ssd";
import { suppressDoubles } from "./suppress-doubles";

/** Below this SSD answers with noise. */
const scoreMin = 0.08;
/** Longer side in pixels at which an ordinary photo is searched; half of it is the second scale. */
const fineSide = 1024;
/** A picture is not enlarged beyond this; more shows nothing new. */
const enlargementMax = 2.2;
/** Many small faces are worth a search at a third scale. */
const crowd = { facesMin: 6, sideShareMax: 0.035, scoreMin: 0.3, side: 1600 } as const;

/** Searches the whole picture at two or three scales and judges every place by all that is known of it. */
export async function searchScales(
  search: Search,
  glance: readonly Candidate[],
  sideMax: number,
): Promise<DetectedFace[]> {
  const faces: DetectedFace[] = [];
  for (const place of await examinePlaces(search, glance, sideMax)) {
    faces.push({ box: place.box, mesh: place.mesh, probability: await judge(search, place) });
  }
  return suppressOverlaps(faces);
}

async function judge(search: Search, place: Place): Promise<number> {
  const probability = faceProbability("search", place.features);
  if (!deservesSecondLook(probability, place, search.longSide)) return probability;
  return faceProbability("secondLook", [logit(probability), await lookAgain(search, place)]);
}

/** Every place that any search answers at, unjudged. */
export async function examinePlaces(search: Search, glance: readonly Candidate[], sideMax: number): Promise<Place[]> {
  const side = Math.min(fineSide, sideMax, search.longSide * enlargementMax);
  const fine = await searchScale(search, side);
  const searches = new Map([
    ["blaze", glance],
    ["coarse", await searchScale(search, side / 2)],
    ["fine", fine],
  ]);
  if (side === fineSide && sideMax >= crowd.side && isCrowd(search, fine)) {
    searches.set("crowd", await searchScale(search, crowd.side));
  }
  const places: Place[] = [];
  for (const group of groupCandidates(searches)) places.push(await examine(search, group));
  return places;
}

async function searchScale({ pyramid, sessions, longSide }: Search, side: number): Promise<readonly Candidate[]> {
  return suppressDoubles(await detectWithSsd(await sessions("ssd"), pyramid, longSide / side, scoreMin));
}

function isCrowd({ longSide }: Search, candidates: readonly Candidate[]): boolean {
  const sidePxMax = crowd.sideShareMax * longSide;
  const small = candidates.filter((face) => face.score > crowd.scoreMin && sideOf(face) < sidePxMax);
  return small.length >= crowd.facesMin;
}

async function examine(search: Search, group: FaceGroup): Promise<Place> {
  const first = await fitFirst(search, group.best, group.bySearch.get("blaze")?.roll ?? 0);
  const mesh = await fitAgain(search, first);
  const ssd = [...group.bySearch.values()].find(({ source }) => source === "ssd");
  return { box: tightBox(ssd, mesh), mesh, features: searchFeatures(group, first, mesh) };
}

/** The mesh can walk to a neighbour's face, so places are compared once more where it ended. */
function suppressOverlaps(faces: readonly DetectedFace[]): DetectedFace[] {
  const kept: DetectedFace[] = [];
  for (const face of [...faces].sort((a, b) => b.probability - a.probability)) {
    if (!kept.some(({ mesh }) => iouOf(mesh.bounds, face.mesh.bounds) > 0.4)) kept.push(face);
  }
  return kept;
}
