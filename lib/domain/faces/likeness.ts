import { similarityOf } from "@/inference/calibration/similarity";

/**
 * How similar each face is to the mean of the others: a face of somebody else among many of one person stands out, while
 * two odd ones of the same stranger do not vouch for each other.
 *
 * @param embeddings of length 1, made by the same networks
 * @returns 0..1 each; null where there are no others, or their mean has no direction
 */
export function similaritiesToOthers(embeddings: readonly Float32Array[]): readonly (number | null)[] {
  const sum = new Float64Array(embeddings[0]?.length ?? 0);
  for (const embedding of embeddings) for (const [at, value] of embedding.entries()) sum[at] = (sum[at] ?? 0) + value;
  return embeddings.map((embedding) => {
    if (embeddings.length < 2) return null;
    let [dot, square] = [0, 0];
    for (const [at, value] of embedding.entries()) {
      const others = (sum[at] ?? 0) - value;
      dot += others * value;
      square += others * others;
    }
    return square < 1e-12 ? null : similarityOf(dot / Math.sqrt(square));
  });
}
