import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { iouOf, type Rect } from "@/inference/detect/candidate";
import type { RgbImage } from "@/inference/image/rgb-image";
import { createPipeline, type Pipeline, type PipelineResult } from "@/inference/pipeline/pipeline";
import type { Section } from "./section";

interface Looked {
  readonly pipeline: Pipeline;
  /** Folder with `group`, `group_counts.csv`, `nonface`, `lfw/images`, `masked/images` and `misc/rotate`. */
  readonly dataDir: string;
}

/** Finds faces in all labelled photos, as a worker does, on one thread, so that times compare. */
export const evaluateDetection: Section = async ({ dataDir, modelsDir }) => {
  const section = { dataDir, pipeline: await createPipeline({ modelsDir, intraOpThreads: 1 }) };
  const rows = [
    ...(await countGroups(section)),
    await countFalseAlarms(section),
    await countCentres(section, "lfw/images", "LFW photos that give their centre face"),
    await countCentres(section, "masked/images", "Photos of masked people that give their face"),
    await countCentres(section, "misc/rotate", "Rotated copies that give their face"),
    ...(await checkCalibration(section)),
    await timePortraits(section),
  ];
  return rows.map(([measure, result]) => ({ measure, result }));
};

type Row = readonly [measure: string, result: string];

/** By count: a photo with n people can give n finds; everything beyond is surplus. */
async function countGroups({ pipeline, dataDir }: Looked): Promise<Row[]> {
  const labels = await readCounts(path.join(dataDir, "group_counts.csv"));
  const boxes = await readBoxes(path.join(dataDir, "group"));
  let [found, surplus, total] = [0, 0, 0];
  const overlaps: number[] = [];
  for (const [file, count] of labels) {
    const { faces } = await detect(pipeline, await readPhoto(path.join(dataDir, "group", file)));
    found += Math.min(faces.length, count);
    surplus += Math.max(0, faces.length - count);
    total += count;
    for (const box of boxes.get(file) ?? []) overlaps.push(Math.max(0, ...faces.map((face) => iouOf(face.box, box))));
  }
  const matched = overlaps.filter((overlap) => overlap > 0.3).sort((a, b) => a - b);
  return [
    [`Faces found in ${labels.length} group photos`, `${found} of ${total} (${percent(found, total)})`],
    ["Surplus faces there", `${surplus} (${percent(surplus, total)})`],
    [
      "Median overlap (IoU) of found faces with labelled boxes",
      `${(matched[matched.length >> 1] ?? 0).toFixed(3)} (${matched.length} of ${overlaps.length} boxes)`,
    ],
  ];
}

async function countFalseAlarms({ pipeline, dataDir }: Looked): Promise<Row> {
  const files = await listPhotos(path.join(dataDir, "nonface"));
  const alarms: string[] = [];
  for (const file of files) {
    const { faces } = await detect(pipeline, await readPhoto(file));
    for (const { box } of faces) alarms.push(`${path.basename(file)} ${box.probability.toFixed(2)}`);
  }
  return [`False detections on ${files.length} photos without people`, `${alarms.length}: ${alarms.join(", ")}`];
}

/** The face of interest holds the centre of the photo. */
async function countCentres({ pipeline, dataDir }: Looked, folder: string, measure: string): Promise<Row> {
  const files = await listPhotos(path.join(dataDir, folder));
  let hits = 0;
  for (const file of files) {
    const { faces, width, height } = await detect(pipeline, await readPhoto(file));
    if (faces.some(({ box }) => holds(box, width / 2, height / 2))) hits += 1;
  }
  return [measure, `${hits} of ${files.length} (${percent(hits, files.length)})`];
}

/**
 * How many finds of about a probability are faces, on photos whose faces are all labelled and on those without people.
 * Between them they hold more false finds than ordinary photos do.
 */
async function checkCalibration({ pipeline, dataDir }: Looked): Promise<Row[]> {
  const finds: { probability: number; isFace: boolean }[] = [];
  const look = async (file: string, boxes: readonly Rect[]) => {
    const { faces } = await pipeline.analyze(await readPhoto(file), { features: [], probabilityMin: 0.1 });
    for (const { box } of faces) {
      finds.push({ probability: box.probability, isFace: boxes.some((label) => iouOf(label, box) > 0.3) });
    }
  };
  const group = path.join(dataDir, "group");
  const present = new Set((await readCounts(path.join(dataDir, "group_counts.csv"))).map(([file]) => file));
  for (const [file, boxes] of await readBoxes(group)) if (present.has(file)) await look(path.join(group, file), boxes);
  for (const file of await listPhotos(path.join(dataDir, "nonface"))) await look(file, []);
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((from) => {
    const to = from === 0.9 ? 1 : from + 0.2;
    const inside = finds.filter(({ probability }) => probability > from && probability <= to);
    const faces = inside.filter(({ isFace }) => isFace).length;
    const mean = inside.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, inside.length);
    return [
      `Faces among finds of probability ${from} to ${to.toFixed(1)} (mean ${mean.toFixed(2)})`,
      `${faces} of ${inside.length}`,
    ];
  });
}

/** 640x480 photos of one large face: LFW portraits on a wider canvas, those without other people in the background. */
async function timePortraits({ pipeline, dataDir }: Looked): Promise<Row> {
  const files = (await listPhotos(path.join(dataDir, "lfw/images"))).filter((_, i) => i % 100 === 0);
  const times: number[] = [];
  for (const file of files) {
    const photo = enlarge(await readPhoto(file), 640, 480);
    if ((await detect(pipeline, photo)).faces.length === 1) times.push(await timeOf(pipeline, photo));
  }
  times.sort((a, b) => a - b);
  const [half, most] = [0.5, 0.8].map((share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return [
    `Detection and landmarks, 640x480, one large face, one core, ${times.length} photos`,
    `${half} ms median, 80 % within ${most} ms`,
  ];
}

/** Mean processor time of nine runs after one, in milliseconds: what other programs on the machine do hardly shows. */
async function timeOf(pipeline: Pipeline, photo: RgbImage): Promise<number> {
  const run = () => pipeline.analyze(photo, { features: ["landmarks5"] });
  await run();
  const start = process.cpuUsage();
  for (let i = 0; i < 9; i += 1) await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 9_000;
}

function detect(pipeline: Pipeline, photo: RgbImage): Promise<PipelineResult> {
  return pipeline.analyze(photo, { features: [] });
}

function holds(box: Rect, x: number, y: number): boolean {
  return box.xMin < x && x < box.xMax && box.yMin < y && y < box.yMax;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** Nearest-neighbour copy into the middle of a grey canvas; only its content matters for timing. */
function enlarge(photo: RgbImage, width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3).fill(127);
  const scale = photo.height / height;
  const left = Math.floor((width - photo.width / scale) / 2);
  for (let y = 0; y < height; y += 1) {
    for (let x = Math.max(0, left); x < Math.min(width, width - left); x += 1) {
      const from =
        (Math.floor(y * scale) * photo.width + Math.min(photo.width - 1, Math.floor((x - left) * scale))) * 3;
      data.set(photo.data.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return { data, width, height };
}

async function readCounts(file: string): Promise<[file: string, count: number][]> {
  const [, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
  return lines.map((line) => line.split(",")).map(([name = "", count]) => [name, Number(count)]);
}

/** Labelled boxes of some photos, from the JSON files beside them: x, y, width, height. */
async function readBoxes(folder: string): Promise<Map<string, Rect[]>> {
  const boxes = new Map<string, Rect[]>();
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith(".json"))) {
    const labels = JSON.parse(await readFile(path.join(folder, name), "utf8")) as Record<
      string,
      [number, number, number, number][]
    >;
    for (const [file, list] of Object.entries(labels)) {
      boxes.set(
        file,
        list.map(([x, y, width, height]) => ({ xMin: x, yMin: y, xMax: x + width, yMax: y + height })),
      );
    }
  }
  return boxes;
}

async function listPhotos(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(jpe?g|png)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
