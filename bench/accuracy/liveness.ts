import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { readPortraitSamples, readSpoofSamples } from "@/bench/train/liveness-samples";
import { listSpoofPhotos, type SpoofPhoto } from "@/bench/train/spoof-photos";
import { readLinearHead } from "@/inference/heads/linear-head";
import { judgePictures } from "@/inference/liveness/judge-pictures";
import file from "@/inference/liveness/liveness-head.json" with { type: "json" };
import type { Figure } from "./report";
import type { Section, SectionInput } from "./section";
import { shareText } from "./verification-metrics";

const framesPerSeries = 4;

/**
 * Attacks taken for live faces (APCER) and live faces taken for attacks (BPCER) at probability 0.5. The head was trained on
 * the same few photos of `spoof/`; how heads do on people they were not trained on is printed by bench/train/liveness-head.ts.
 */
export const evaluateLiveness: Section = async (input) => {
  const probabilityOf = readLinearHead(file);
  const spoof = await readSpoofSamples(input.dataDir, input.sessions);
  const portraits = await readPortraitSamples(input.dataDir, input.sessions, "heldOut", 8);
  const figures = (["print", "screen", "live"] as const).map((kind): Figure => {
    const rows = spoof.filter(({ presentation }) => presentation === kind);
    const wrong = rows.filter(({ features }) => probabilityOf(features) >= 0.5 === (kind !== "live")).length;
    const measure = kind === "live" ? "BPCER, live faces of spoof/" : `APCER, ${kind}`;
    return { measure: `${measure} (trained on)`, result: shareText(wrong, rows.length) };
  });
  const doubted = portraits.filter(({ features }) => probabilityOf(features) < 0.5).length;
  return [
    ...figures,
    { measure: "BPCER, LFW portraits of people not trained on", result: shareText(doubted, portraits.length) },
    ...(await measureSeries(input)),
  ];
};

/** Four frames each of the folders that hold frames of a video. */
async function measureSeries({ dataDir, sessions }: SectionInput): Promise<Figure[]> {
  const folders = new Map<string, SpoofPhoto[]>();
  for (const photo of listSpoofPhotos(dataDir)) {
    const folder = path.dirname(photo.file);
    folders.set(folder, [...(folders.get(folder) ?? []), photo]);
  }
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
