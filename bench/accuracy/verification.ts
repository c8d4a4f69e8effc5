import path from "node:path";
import { meanOf, standardErrorOf } from "@/bench/mean";
import { cosine } from "@/inference/calibration/cosine";
import { createEmbedder, type Embedder, embedPeople, timeEmbedding } from "./embed-photos";
import { type FacePair, readFoldPairs, readMaskedPairs, readSunglassesPairs } from "./face-pairs";
import { measureGroups } from "./group-rates";
import { openPeer } from "./open-packs";
import { listPeoplePhotos, pairPhotosOfPeople } from "./people-photos";
import { type Figure, prefixFigures } from "./report";
import type { Section, SectionInput } from "./section";
import { type CosineHistogram, compareStrangers } from "./stranger-histogram";
import { accuracyOfFolds, equalErrorRate, type ScoredPair, shareText, thresholdAt } from "./verification-metrics";

const peerName = "SCRFD-2.5g + MobileFaceNet";

/** The face next to the middle of every photo against others: LFW's folds, all its photos, masked people, sunglasses. */
export const evaluateVerification: Section = async (input) => {
  const ours = createEmbedder(input);
  const peer = input.peersDir === undefined ? undefined : await openPeer(input.peersDir);
  return [
    { measure: "Model", result: ours.tag },
    ...(await measureEmbedder(ours, input)),
    await measureTime(input),
    // Their border is that of the standard pack's similarities.
    ...(input.pack ? [] : await measureGroups(input)),
    ...(peer ? prefixFigures(peerName, await measureEmbedder(createEmbedder({ ...input, pack: peer }), input)) : []),
  ];
};

async function measureEmbedder(embedder: Embedder, { dataDir }: SectionInput): Promise<Figure[]> {
  const strangers = await compareAllPhotos(embedder, dataDir);
  return [
    ...(await measureFolds(embedder, dataDir)),
    ...strangers.figures,
    ...(await measurePairs("Masked pairs", await readMaskedPairs(dataDir), embedder, strangers.histogram)),
    ...(await measurePairs("Sunglasses pairs", await readSunglassesPairs(dataDir), embedder, strangers.histogram)),
  ];
}

async function measureFolds(embedder: Embedder, dataDir: string): Promise<Figure[]> {
  const pairs = await readFoldPairs(dataDir);
  const scored = (await score(pairs, embedder)).map((pair, i) => ({ ...pair, fold: pairs[i]?.fold ?? 0 }));
  const shares = accuracyOfFolds(scored);
  const strangers = scored.filter(({ isSame }) => !isSame).map((pair) => pair.cosine);
  return [
    {
      measure: `LFW, ${pairs.length} pairs in ${shares.length} folds: right, threshold of each fold from the others`,
      result: `${(100 * meanOf(shares)).toFixed(2)} % ± ${(100 * standardErrorOf(shares)).toFixed(2)} (standard error)`,
    },
    { measure: "LFW pairs: equal error rate", result: `${(100 * equalErrorRate(scored)).toFixed(2)} %` },
    ...[1e-2, 1e-3].map((rate) => ({
      measure: `LFW pairs: true accepts at a false match rate of ${rateText(rate)}`,
      result: acceptedText(scored, thresholdAt(rate, strangers)),
    })),
  ];
}

/** Every photo against every photo of somebody else: enough strangers to see rates far below those of the folds. */
async function compareAllPhotos(
  embedder: Embedder,
  dataDir: string,
): Promise<{ figures: Figure[]; histogram: CosineHistogram }> {
  const photos = await embedPeople(path.join(dataDir, "lfw/images"), embedder);
  const histogram = compareStrangers(
    photos.map(({ vector }) => vector),
    photos.map(({ person }) => person),
  );
  const same = pairPhotosOfPeople(photos, 20).map(([a, b]) => ({ cosine: cosine(a.vector, b.vector), isSame: true }));
  const figures = [1e-2, 1e-3, 1e-4, 1e-5].map((rate) => ({
    measure: `All LFW photos, ${(histogram.count / 1e6).toFixed(2)} million pairs of strangers: true accepts at ${rateText(rate)}`,
    result: `${acceptedText(same, histogram.thresholdAt(rate))}, cosine ${histogram.thresholdAt(rate).toFixed(4)}`,
  }));
  return { figures, histogram };
}

async function measurePairs(
  title: string,
  pairs: readonly FacePair[],
  embedder: Embedder,
  strangers: CosineHistogram,
): Promise<Figure[]> {
  const scored = await score(pairs, embedder);
  const folds = scored.map((pair, i) => ({ ...pair, fold: i % 10 }));
  const share = meanOf(accuracyOfFolds(folds));
  const border = strangers.thresholdAt(1e-3);
  const different = scored.filter(({ isSame }) => !isSame);
  const wrong = different.filter((pair) => pair.cosine >= border).length;
  return [
    {
      measure: `${title} (${pairs.length}): right, threshold from nine tenths; equal error rate`,
      result: `${(100 * share).toFixed(1)} %; ${(100 * equalErrorRate(scored)).toFixed(1)} %`,
    },
    { measure: `${title}: true accepts at LFW's border for 0.001`, result: acceptedText(scored, border) },
    { measure: `${title}: false accepts there`, result: shareText(wrong, different.length) },
    {
      measure: `${title}: true accepts at 1 % of their own strangers`,
      result: acceptedText(
        scored,
        thresholdAt(
          0.01,
          different.map((pair) => pair.cosine),
        ),
      ),
    },
  ];
}

async function measureTime(input: SectionInput): Promise<Figure> {
  const photos = listPeoplePhotos(path.join(input.dataDir, "lfw/images")).filter((_, i) => i % 100 === 0);
  const time = await timeEmbedding(
    input,
    photos.map(({ file }) => file),
  );
  return { measure: "Embedding of a found face, one core, median", result: `${time.toFixed(0)} ms` };
}

async function score(pairs: readonly FacePair[], { embed }: Embedder): Promise<ScoredPair[]> {
  const scored: ScoredPair[] = [];
  for (const { a, b, isSame } of pairs) scored.push({ cosine: cosine(await embed(a), await embed(b)), isSame });
  return scored;
}

function acceptedText(pairs: readonly ScoredPair[], border: number): string {
  const same = pairs.filter(({ isSame }) => isSame);
  return shareText(same.filter((pair) => pair.cosine > border).length, same.length);
}

function rateText(rate: number): string {
  return rate >= 1e-4 ? String(rate) : rate.toExponential(0);
}
