import type { Dimension, OnnxGraph } from "./onnx-graph";

/** What a network does to bytes before its first layer: `(byte - mean) * scale`, per channel in the network's order. */
export interface Normalization {
  readonly channels: "rgb" | "bgr" | "grey";
  readonly mean: readonly number[];
  readonly scale: number;
}

/**
 * Adds the input `image`: plain bytes `[n, height, width, channels]`, RGB whatever the network wants, so that no caller
 * can get order or scale wrong. Returns the normalised floats in the same layout.
 */
export function addImageInput(graph: OnnxGraph, dims: readonly Dimension[], normalization: Normalization): string {
  const bytes = graph.input("image", "uint8", dims);
  const ordered =
    normalization.channels === "bgr" ? graph.node("Gather", [bytes, graph.ints([2, 1, 0])], { axis: 3 }) : bytes;
  const floats = graph.node("Cast", [ordered], { to: 1 });
  const { mean, scale } = normalization;
  const centred = graph.node("Sub", [floats, graph.floats(Float32Array.from(mean), [mean.length])]);
  return graph.node("Mul", [centred, graph.scalar(scale)]);
}
