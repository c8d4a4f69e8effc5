/** A compared pair. */
export interface ScoredPair {
  readonly cosine: number;
  readonly isSame: boolean;
}

/** Share right in each fold, at the threshold that is best for all other folds together. */
export function accuracyOfFolds(pairs: readonly (ScoredPair & { readonly fold: number })[]): number[] {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  return folds.map((fold) => {
    const threshold = bestThreshold(pairs.filter((pair) => pair.fold !== fold));
    const inside = pairs.filter((pair) => pair.fold === fold);
    return inside.filter(({ cosine, isSame }) => cosine > threshold === isSame).length / inside.length;
  });
}

/** The middle of the widest gap among the cosines that part same from different with the fewest errors. */
function bestThreshold(pairs: readonly ScoredPair[]): number {
  const sorted = pairs.toSorted((a, b) => a.cosine - b.cosine);
  let right = sorted.filter(({ isSame }) => isSame).length;
  let [best, threshold, gap] = [right, -1, 0];
  for (const [i, { cosine, isSame }] of sorted.entries()) {
    right += isSame ? -1 : 1;
    const next = sorted[i + 1]?.cosine ?? 1;
    if (right > best || (right === best && next - cosine > gap))
      [best, threshold, gap] = [right, (cosine + next) / 2, next - cosine];
  }
  return threshold;
}

/** The lowest threshold that at most `rate` of these cosines of strangers exceed. */
export function thresholdAt(rate: number, strangers: readonly number[]): number {
  const sorted = strangers.toSorted((a, b) => b - a);
  return sorted[Math.floor(rate * sorted.length)] ?? 1;
}

/** Where as many of the same are refused as of the different are accepted. */
export function equalErrorRate(pairs: readonly ScoredPair[]): number {
  const same = pairs.filter(({ isSame }) => isSame).length;
  const different = pairs.length - same;
  let [refused, accepted] = [0, different];
  for (const { isSame } of pairs.toSorted((a, b) => a.cosine - b.cosine)) {
    if (isSame) refused += 1;
    else accepted -= 1;
    if (refused / same >= accepted / different) return (refused / same + accepted / different) / 2;
  }
  return 0;
}

/** Wilson's 95 % interval for a share of `count` independent trials. */
export function wilsonInterval(hits: number, count: number): readonly [low: number, high: number] {
  const z = 1.96;
  const share = hits / count;
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** `98.7 % (97.9 to 99.2, 592 of 600)`. */
export function shareText(hits: number, count: number): string {
  if (count === 0) return "0 of 0";
  const [low, high] = wilsonInterval(hits, count).map((value) => (100 * value).toFixed(1));
  return `${((100 * hits) / count).toFixed(1)} % (${low} to ${high}, ${hits} of ${count})`;
}
