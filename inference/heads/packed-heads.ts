import { InferenceError } from "@/inference/inference-error";

/** Linear heads that look at the same features, as they lie in a JSON file with the way they were made. */
export interface PackedHeadsFile<Name extends string> {
  /** Changes whenever the weights do. */
  readonly version: string;
  readonly recipe: string;
  readonly heads: Readonly<Record<Name, PackedHead>>;
}

interface PackedHead {
  /** Signed little-endian 16-bit numbers in base64; a weight is `scale` times its number. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
}

/** Probability of a yes for each head. */
export type PackedHeads<Name extends string> = (features: Float32Array) => Record<Name, number>;

export function readPackedHeads<Name extends string>({ version, heads }: PackedHeadsFile<Name>): PackedHeads<Name> {
  const entries = Object.entries<PackedHead>(heads).map(
    ([name, { weights, scale, bias }]) => [name, unpack(weights), scale, bias] as const,
  );
  return (features) => {
    const answers = entries.map(([name, weights, scale, bias]) => {
      if (features.length !== weights.length) {
        throw new InferenceError(
          "model_corrupt",
          `${version} takes ${weights.length} features, not ${features.length}.`,
        );
      }
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (features[i] as number);
      return [name, 1 / (1 + Math.exp(-(scale * sum + bias)))] as const;
    });
    return Object.fromEntries(answers) as Record<Name, number>;
  };
}

function unpack(weights: string): Int16Array {
  const bytes = Buffer.from(weights, "base64");
  return Int16Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readInt16LE(2 * i));
}

/**
 * The opposite of `readPackedHeads` for one head, for the programs that train heads. Bytes would be too coarse: rounding
 * errors of thousands of weights add up to whole logits.
 */
export function encodePackedHead(weights: Float32Array, bias: number): PackedHead {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = Number((largest / 32_767).toPrecision(7));
  const bytes = Buffer.alloc(2 * weights.length);
  for (const [i, weight] of weights.entries()) bytes.writeInt16LE(Math.round(weight / scale), 2 * i);
  return { weights: bytes.toString("base64"), scale, bias: Number(bias.toPrecision(7)) };
}
