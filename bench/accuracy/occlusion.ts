import { listPeople } from "@/bench/train/lfw-people";
import { locateFace } from "@/bench/train/locate-face";
import { listMaskCrops, listMaskedPeople, type MaskPhoto, readTightCrop } from "@/bench/train/mask-photos";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { findMask } from "@/inference/faces/mask";
import { findOcclusion } from "@/inference/faces/occlusion";
import type { OcclusionRegion } from "@/inference/pipeline/analysis";
import { readSunglassesPairs } from "./face-pairs";
import { readFaces } from "./photo-faces";
import type { Figure } from "./report";
import type { Section, SectionInput } from "./section";
import { createStopwatch } from "./stopwatch";
import { shareText } from "./verification-metrics";

const eyes: readonly OcclusionRegion[] = ["leftEye", "rightEye"];

/** Masks told from bare faces: the half of `mask/` that nothing was trained on, and other people in `masked/`. */
export const evaluateMask: Section = async (input) => {
  const figures: Figure[] = [];
  const stopwatch = createStopwatch();
  for (const [title, photos] of maskSets(input.dataDir)) {
    const answers = [];
    for (const photo of photos) {
      const { face, isDetected } = await readMaskPhoto(photo, input);
      const { value } = await stopwatch.time(async () => findMask(await face.chip()));
      answers.push({ isRight: (value === "with_mask") === photo.isMasked, isDetected });
    }
    const right = (rows: readonly { isRight: boolean }[]) =>
      shareText(rows.filter(({ isRight }) => isRight).length, rows.length);
    figures.push(
      { measure: `Right, ${title}`, result: right(answers) },
      { measure: `Right where a face is detected, ${title}`, result: right(answers.filter((row) => row.isDetected)) },
    );
  }
  return [...figures, { measure: "Time for one face", result: stopwatch.text() }];
};

/** Hidden regions: sunglasses and bare faces of LFW, of which no photo was trained on, and masks. */
export const evaluateOcclusion: Section = async (input) => {
  const shaded = new Set((await readSunglassesPairs(input.dataDir)).map(({ a }) => a));
  const { training, heldOut } = listPeople(input.dataDir);
  const files = [...training, ...heldOut];
  const dark = files.filter((file) => shaded.has(file));
  const bare = files.filter((file) => !shaded.has(file)).filter((_, i) => i % 2 === 0);
  const stopwatch = createStopwatch();
  const hiddenIn = async (photos: readonly string[]) => {
    const rows: OcclusionRegion[][] = [];
    for await (const { face } of readFaces(photos, input.sessions)) {
      rows.push(hiddenRegions(await stopwatch.time(() => findOcclusion(face))));
    }
    return rows;
  };
  const [darkRows, bareRows] = [await hiddenIn(dark), await hiddenIn(bare)];
  return [
    {
      measure: "An eye flagged on LFW photos with sunglasses",
      result: shareOf(darkRows, (row) => eyes.some((eye) => row.includes(eye))),
    },
    { measure: "Both eyes flagged there", result: shareOf(darkRows, (row) => eyes.every((eye) => row.includes(eye))) },
    { measure: "Any region flagged on other LFW photos", result: shareOf(bareRows, (row) => row.length > 0) },
    ...(await measureMasks(input)),
    { measure: "Time for one face", result: stopwatch.text() },
  ];
};

async function measureMasks(input: SectionInput): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [title, photos] of maskSets(input.dataDir)) {
    const [masked, bare]: [OcclusionRegion[][], OcclusionRegion[][]] = [[], []];
    for (const photo of photos) {
      const { face } = await readMaskPhoto(photo, input);
      (photo.isMasked ? masked : bare).push(hiddenRegions(await findOcclusion(face)));
    }
    figures.push(
      ...(["mouth", "nose", "chin"] as const).map((name) => ({
        measure: `${name} flagged on masked faces, ${title}`,
        result: shareOf(masked, (row) => row.includes(name)),
      })),
      {
        measure: `An eye flagged on masked faces, ${title}`,
        result: shareOf(masked, (row) => eyes.some((eye) => row.includes(eye))),
      },
      { measure: `Any region flagged on bare faces, ${title}`, result: shareOf(bare, (row) => row.length > 0) },
    );
  }
  return figures;
}

function maskSets(dataDir: string): readonly (readonly [title: string, photos: readonly MaskPhoto[]])[] {
  return [
    ["other half of mask/", listMaskCrops(dataDir).heldOut],
    ["masked/", listMaskedPeople(dataDir)],
  ];
}

async function readMaskPhoto({ file }: MaskPhoto, { sessions }: SectionInput) {
  const image = await readTightCrop(file);
  const { mesh, isDetected } = await locateFace(image, sessions);
  return { face: createFaceSubject(image, mesh, sessions), isDetected };
}

function hiddenRegions(regions: Awaited<ReturnType<typeof findOcclusion>>): OcclusionRegion[] {
  const names = Object.keys(regions) as OcclusionRegion[];
  return names.filter((name) => regions[name].isOccluded);
}

function shareOf(rows: readonly OcclusionRegion[][], isCounted: (row: OcclusionRegion[]) => boolean): string {
  return shareText(rows.filter(isCounted).length, rows.length);
}
