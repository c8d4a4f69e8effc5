/** A compared pair of photos of one person. */
export interface GenuinePair {
  readonly cosine: number;
  readonly photos: readonly [number, number];
}

export interface DiscardPoint {
  /** Share of the photos that were left out, the worst first. */
  readonly discarded: number;
  /** Pairs below the border among those that are left. */
  readonly missed: number;
  readonly pairs: number;
}

/**
 * ISO/IEC 29794-1's error-versus-discard characteristic: how often a border refuses pairs of the same person when the
 * worst photos are left out. `qualities` are those of all photos, by index; ties are decided by the index.
 */
export function discardCurve(
  pairs: readonly GenuinePair[],
  qualities: readonly number[],
  border: number,
  shares: readonly number[],
): DiscardPoint[] {
  const order = qualities.map((_, i) => i).toSorted((a, b) => (qualities[a] ?? 0) - (qualities[b] ?? 0) || a - b);
  const rank = new Map(order.map((photo, place) => [photo, place]));
  return shares.map((discarded) => {
    const first = Math.round(discarded * qualities.length);
    const left = pairs.filter(({ photos }) => photos.every((photo) => (rank.get(photo) ?? 0) >= first));
    return { discarded, missed: left.filter(({ cosine }) => cosine < border).length, pairs: left.length };
  });
}
