import path from "node:path";
import { median } from "@/bench/percentile";
import { readPhoto } from "@/bench/read-photo";
import { iouOf, type Rect } from "@/inference/detect/candidate";
import { listPhotos, readBoxes, readCounts } from "./detection-photos";
import { timePortraits } from "./detection-time";
import { type Detector, likeOurs, openDetector, openPeers } from "./detectors";
import { type Figure, prefixFigures } from "./report";
import type { Section } from "./section";
import { shareText } from "./verification-metrics";

interface Looked {
  readonly detect: Detector;
  readonly dataDir: string;
}

/** Finds faces in all labelled photos, as a worker does, on one thread, so that times compare. */
export const evaluateDetection: Section = async (input) => {
  const { dataDir, peersDir } = input;
  const ours = { dataDir, detect: openDetector(input) };
  const figures = [
    ...(await measureDetector(ours)),
    await countCentres(ours, "lfw/images", "LFW photos that give their centre face"),
    ...(await checkCalibration(ours)),
  ];
  for (const [name, find] of await openPeers(peersDir)) {
    figures.push(...prefixFigures(name, await measureDetector({ dataDir, detect: likeOurs(find) })));
  }
  return figures;
};

async function measureDetector(looked: Looked): Promise<Figure[]> {
  return [
    ...(await countGroups(looked)),
    await countFalseAlarms(looked),
    await countCentres(looked, "masked/images", "Photos of masked people that give their face"),
    await countCentres(looked, "misc/rotate", "Rotated copies that give their face"),
    await timePortraits(looked.detect, looked.dataDir),
  ];
}

/** By count: a photo with n people can give n finds; everything beyond is surplus. */
async function countGroups({ detect, dataDir }: Looked): Promise<Figure[]> {
  const labels = await readCounts(dataDir);
  const boxes = await readBoxes(dataDir);
  let [found, surplus, total] = [0, 0, 0];
  const overlaps: number[] = [];
  for (const [file, count] of labels) {
    const faces = await detect(await readPhoto(path.join(dataDir, "group", file)));
    found += Math.min(faces.length, count);
    surplus += Math.max(0, faces.length - count);
    total += count;
    for (const box of boxes.get(file) ?? []) overlaps.push(Math.max(0, ...faces.map((face) => iouOf(face.box, box))));
  }
  const matched = overlaps.filter((overlap) => overlap > 0.3);
  return [
    { measure: `Faces found in ${labels.length} group photos`, result: shareText(found, total) },
    { measure: "Surplus faces there, of all faces there are", result: shareText(surplus, total) },
    {
      measure: "Median overlap (IoU) of found faces with labelled boxes",
      result: `${median(matched).toFixed(3)} (${matched.length} of ${overlaps.length} boxes)`,
    },
  ];
}

async function countFalseAlarms({ detect, dataDir }: Looked): Promise<Figure> {
  const files = await listPhotos(path.join(dataDir, "nonface"));
  const alarms: string[] = [];
  let photos = 0;
  for (const file of files) {
    const faces = await detect(await readPhoto(file));
    if (faces.length > 0) photos += 1;
    for (const { probability } of faces) alarms.push(`${path.basename(file)} ${probability.toFixed(2)}`);
  }
  const list = [`${alarms.length}`, ...(alarms.length > 0 ? [alarms.join(", ")] : [])].join(": ");
  return {
    measure: `False detections on ${files.length} photos without people; photos with any`,
    result: `${list}; ${shareText(photos, files.length)}`,
  };
}

/** The face of interest holds the centre of the photo. */
async function countCentres({ detect, dataDir }: Looked, folder: string, measure: string): Promise<Figure> {
  const files = await listPhotos(path.join(dataDir, folder));
  let hits = 0;
  for (const file of files) {
    const photo = await readPhoto(file);
    const faces = await detect(photo);
    if (faces.some(({ box }) => holds(box, photo.width / 2, photo.height / 2))) hits += 1;
  }
  return { measure, result: shareText(hits, files.length) };
}

/**
 * How many finds of about a probability are faces, on photos whose faces are all labelled and on those without people.
 * Between them they hold more false finds than ordinary photos do.
 */
async function checkCalibration({ detect, dataDir }: Looked): Promise<Figure[]> {
  const finds: { probability: number; isFace: boolean }[] = [];
  const look = async (file: string, boxes: readonly Rect[]) => {
    for (const { box, probability } of await detect(await readPhoto(file), 0.1)) {
      finds.push({ probability, isFace: boxes.some((label) => iouOf(label, box) > 0.3) });
    }
  };
  const present = new Set((await readCounts(dataDir)).map(([file]) => file));
  for (const [file, boxes] of await readBoxes(dataDir)) {
    if (present.has(file)) await look(path.join(dataDir, "group", file), boxes);
  }
  for (const file of await listPhotos(path.join(dataDir, "nonface"))) await look(file, []);
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((from) => {
    const to = from === 0.9 ? 1 : from + 0.2;
    const inside = finds.filter(({ probability }) => probability > from && probability <= to);
    const faces = inside.filter(({ isFace }) => isFace).length;
    const mean = inside.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, inside.length);
    return {
      measure: `Faces among finds of probability ${from} to ${to.toFixed(1)} (mean ${mean.toFixed(2)})`,
      result: shareText(faces, inside.length),
    };
  });
}

function holds(box: Rect, x: number, y: number): boolean {
  return box.xMin < x && x < box.xMax && box.yMin < y && y < box.yMax;
}
