import { readdirSync } from "node:fs";
import path from "node:path";
import { groupBy } from "@/bench/group-by";
import { readPhoto } from "@/bench/read-photo";
import { type LivenessSample, readPortraitSamples, readSpoofSamples } from "@/bench/train/liveness-samples";
import { listSpoofPhotos } from "@/bench/train/spoof-photos";
import { findLiveness } from "@/inference/faces/liveness";
import { judgePictures } from "@/inference/liveness/judge-pictures";
import { findLivenessWithPack, readAntispoof } from "@/inference/packs/antispoof-with-pack";
import { loadFloatSession } from "@/inference/runtime/ort";
import type { Figure } from "./report";
import type { Section, SectionInput } from "./section";
import { createStopwatch } from "./stopwatch";
import { shareText } from "./verification-metrics";

const framesPerSeries = 4;

interface Judge {
  readonly name: string;
  readonly isTrained: boolean;
  readonly probabilityOf: (sample: LivenessSample) => Promise<number>;
}

/**
 * Attacks taken for live faces (APCER) and live faces taken for attacks (BPCER) at probability 0.5. The standard head was
 * trained on the same few photos of `spoof/`; how heads do on people they were not trained on is printed by
 * bench/train/liveness-head.ts. Networks of a pack or of others are measured beside it.
 */
export const evaluateLiveness: Section = async (input) => {
  const spoof = await readSpoofSamples(input.dataDir, input.sessions);
  const portraits = await readPortraitSamples(input.dataDir, input.sessions, "heldOut", 8);
  const figures: Figure[] = [];
  for (const judge of await openJudges(input)) figures.push(...(await measureJudge(judge, spoof, portraits)));
  return [...figures, ...(await measureSeries(input))];
};

/** The standard head; the head with the anti-spoof network of the pack; those of others, alone and with the head. */
async function openJudges({ pack, peersDir }: SectionInput): Promise<Judge[]> {
  const standard: Judge["probabilityOf"] = async ({ face }) => (await findLiveness(face)).probability;
  const judges: Judge[] = [{ name: "standard head", isTrained: true, probabilityOf: standard }];
  const own = pack?.analyzersFor(undefined).liveness;
  if (own)
    judges.push({ name: "pack", isTrained: true, probabilityOf: async ({ face }) => (await own(face)).probability });
  const peers = peersDir === undefined ? [] : readdirSync(peersDir).filter((name) => /^antispoof.*\.onnx$/.test(name));
  for (const name of peers.toSorted()) {
    const session = await loadFloatSession(path.join(peersDir ?? "", name), 1);
    judges.push(
      {
        name: `${name} alone`,
        isTrained: false,
        probabilityOf: async ({ face }) => 1 / (1 + Math.exp(-(await readAntispoof(session, face)))),
      },
      {
        name: `${name} with the head`,
        isTrained: true,
        probabilityOf: async ({ face }) => (await findLivenessWithPack(session, face)).probability,
      },
    );
  }
  return judges;
}

async function measureJudge(
  { name, isTrained, probabilityOf }: Judge,
  spoof: readonly LivenessSample[],
  portraits: readonly LivenessSample[],
): Promise<Figure[]> {
  const stopwatch = createStopwatch();
  const countLive = async (samples: readonly LivenessSample[]) => {
    let live = 0;
    for (const sample of samples) if ((await stopwatch.time(() => probabilityOf(sample))) >= 0.5) live += 1;
    return live;
  };
  const figures: Figure[] = [];
  for (const kind of ["print", "screen", "live"] as const) {
    const rows = spoof.filter(({ presentation }) => presentation === kind);
    const live = await countLive(rows);
    const measure = kind === "live" ? "BPCER, live faces of spoof/" : `APCER, ${kind}`;
    figures.push({
      measure: `${name}: ${measure}${isTrained ? " (trained on)" : ""}`,
      result: shareText(kind === "live" ? rows.length - live : live, rows.length),
    });
  }
  const doubted = portraits.length - (await countLive(portraits));
  return [
    ...figures,
    {
      measure: `${name}: BPCER, LFW portraits of people not trained on`,
      result: shareText(doubted, portraits.length),
    },
    { measure: `${name}: time for one face`, result: stopwatch.text() },
  ];
}

/** Four frames each of the folders that hold frames of a video. */
async function measureSeries({ dataDir, sessions }: SectionInput): Promise<Figure[]> {
  const folders = groupBy(listSpoofPhotos(dataDir), ({ file }) => path.dirname(file));
  const figures: Figure[] = [];
  for (const photos of folders.values()) {
    if (!photos.every(({ file }) => /^\d+\.jpg$/.test(path.basename(file)))) continue;
    const verdicts = [];
    for (let from = 0; from + framesPerSeries <= photos.length; from += framesPerSeries) {
      const series = photos.slice(from, from + framesPerSeries);
      verdicts.push(await judgePictures(await Promise.all(series.map(({ file }) => readPhoto(file))), false, sessions));
    }
    const passed = verdicts.filter(({ probability }) => probability >= 0.5).length;
    figures.push({
      measure: `Series of four called live, ${photos[0]?.presentation}`,
      result: shareText(passed, verdicts.length),
    });
  }
  return figures;
}
