import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import { detectWithBlaze } from "./blazeface";
import { type Candidate, heightOf, iouOf, isSameFace, type Rect, sideOf, widthOf } from "./candidate";
import { type FaceGroup, groupCandidates } from "./face-group";
import { faceProbability, glanceFeatures, searchFeatures } from "./fusion";
import { fitMesh, type MeshFit } from "./mesh";
import { detectWithSsd } from "./ssd";
import { suppressDoubles } from "./suppress-doubles";

/** A face as later steps need it. */
export interface DetectedFace {
  /** Tight box, clipped to the picture. */
  readonly box: Rect;
  /** Calibrated: of faces with 0.9, nine in ten are faces. */
  readonly probability: number;
  readonly mesh: MeshFit;
}

export interface DetectSettings {
  /** Faces at or below this probability are dropped. */
  readonly probabilityMin: number;
  /** Longest side in pixels at which a picture is searched. */
  readonly searchSideMax: number;
}

/** The default threshold: chosen where the false detections on photos without people become rare. */
export const defaultProbabilityMin = 0.7;
export const defaultSearchSideMax = 1600;

interface Search {
  readonly pyramid: Pyramid;
  readonly sessions: Sessions;
  readonly longSide: number;
}

/** Below these scores the networks answer with noise. */
const scoreMin = { ssd: 0.08, blaze: 0.15 } as const;
/** A glance is enough when it is this sure of one large face, and of no other. */
const glance = { probabilityMin: 0.9, otherProbabilityMax: 0.15, sideShareMin: 0.15 } as const;
/** A picture is not enlarged beyond this; more shows nothing new. */
const enlargementMax = 2.2;
/** Many small faces are worth a search at a larger scale. */
const crowd = { facesMin: 6, sideShareMax: 0.035, scoreMin: 0.3, side: 1600 } as const;

/**
 * Finds all faces, in as many steps as the picture needs: a glance (BlazeFace and the mesh, a few milliseconds) settles
 * portraits; otherwise SSD searches at two scales, and crowds at a third. Every place is then judged by all that is
 * known of it. Largest face first.
 */
export async function detectFaces(
  pyramid: Pyramid,
  sessions: Sessions,
  settings: DetectSettings,
): Promise<DetectedFace[]> {
  const { width, height } = pyramid.image;
  const search = { pyramid, sessions, longSide: Math.max(width, height) };
  const blaze = await glanceAt(search);
  const single = await settleByGlance(search, blaze);
  const faces = single ? [single] : await searchAll(search, blaze, settings.searchSideMax);
  return faces
    .filter(({ probability }) => probability > settings.probabilityMin)
    .map((face) => ({ ...face, box: clip(face.box, width, height) }))
    .filter(({ box }) => widthOf(box) >= 1 && heightOf(box) >= 1)
    .sort((a, b) => sideOf(b.box) - sideOf(a.box));
}

async function glanceAt({ pyramid, sessions, longSide }: Search): Promise<Candidate[]> {
  const { width, height } = pyramid.image;
  const square = { x: (width - longSide) / 2, y: (height - longSide) / 2, side: longSide };
  return suppressDoubles(await detectWithBlaze(await sessions("blazeface"), pyramid, square, scoreMin.blaze));
}

async function settleByGlance(search: Search, candidates: readonly Candidate[]): Promise<DetectedFace | undefined> {
  const [largest, ...others] = candidates;
  if (!largest || sideOf(largest) < glance.sideShareMin * search.longSide) return undefined;
  const face = await judgeGlance(search, largest);
  if (face.probability < glance.probabilityMin) return undefined;
  for (const other of others) {
    const { probability } = await judgeGlance(search, other);
    if (probability > glance.otherProbabilityMax && !isSameFace(other, largest)) return undefined;
  }
  return face;
}

async function judgeGlance(search: Search, candidate: Candidate): Promise<DetectedFace> {
  const [first, mesh] = await fitTwice(search, candidate, candidate.roll);
  const probability = faceProbability("glance", glanceFeatures(candidate, first, mesh, search.longSide));
  return { box: tightBox(undefined, mesh), probability, mesh };
}

async function searchAll(search: Search, blaze: readonly Candidate[], sideMax: number): Promise<DetectedFace[]> {
  const fine = Math.min(1024, sideMax, search.longSide * enlargementMax);
  const searches = new Map<string, readonly Candidate[]>([["blaze", blaze]]);
  const fineFaces = await searchScale(search, fine);
  searches.set("coarse", await searchScale(search, fine / 2));
  searches.set("fine", fineFaces);
  if (fine === 1024 && sideMax >= crowd.side && isCrowd(search, fineFaces)) {
    searches.set("crowd", await searchScale(search, crowd.side));
  }
  const judged: DetectedFace[] = [];
  for (const group of groupCandidates(searches)) judged.push(await judgeGroup(search, group));
  return suppressOverlaps(judged);
}

async function searchScale({ pyramid, sessions, longSide }: Search, side: number): Promise<Candidate[]> {
  return suppressDoubles(await detectWithSsd(await sessions("ssd"), pyramid, longSide / side, scoreMin.ssd));
}

function isCrowd({ longSide }: Search, candidates: readonly Candidate[]): boolean {
  const small = candidates.filter(
    (face) => face.score > crowd.scoreMin && sideOf(face) < crowd.sideShareMax * longSide,
  );
  return small.length >= crowd.facesMin;
}

async function judgeGroup(search: Search, group: FaceGroup): Promise<DetectedFace> {
  const [first, mesh] = await fitTwice(search, group.best, group.bySearch.get("blaze")?.roll ?? 0);
  const probability = faceProbability("search", searchFeatures(group, first, mesh));
  const ssd = [...group.bySearch.values()].find(({ source }) => source === "ssd");
  return { box: tightBox(ssd, mesh), probability, mesh };
}

/** The second pass starts from the first one's points, which centres and levels the face. */
async function fitTwice({ pyramid, sessions }: Search, box: Rect, roll: number): Promise<[MeshFit, MeshFit]> {
  const session = await sessions("mesh");
  const first = await fitMesh(session, pyramid, box, roll);
  return [first, await fitMesh(session, pyramid, first.bounds, first.roll)];
}

/** Midway between the detector's box and the mesh's bounds, which both err, in opposite directions. */
function tightBox(detected: Rect | undefined, { bounds }: MeshFit): Rect {
  if (!detected || iouOf(detected, bounds) < 0.3) return bounds;
  return {
    xMin: (detected.xMin + bounds.xMin) / 2,
    yMin: (detected.yMin + bounds.yMin) / 2,
    xMax: (detected.xMax + bounds.xMax) / 2,
    yMax: (detected.yMax + bounds.yMax) / 2,
  };
}

/** The mesh can walk to a neighbour's face, so the final boxes are compared once more. */
function suppressOverlaps(faces: readonly DetectedFace[]): DetectedFace[] {
  const kept: DetectedFace[] = [];
  for (const face of [...faces].sort((a, b) => b.probability - a.probability)) {
    if (!kept.some(({ mesh }) => iouOf(mesh.bounds, face.mesh.bounds) > 0.4)) kept.push(face);
  }
  return kept;
}

function clip(rect: Rect, width: number, height: number): Rect {
  return {
    xMin: Math.max(0, rect.xMin),
    yMin: Math.max(0, rect.yMin),
    xMax: Math.min(width, rect.xMax),
    yMax: Math.min(height, rect.yMax),
  };
}
