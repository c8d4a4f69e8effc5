import type { Layers } from "./layers";

const batchNormEpsilon = 0.001;
/** Depthwise layers that halve the map. */
const stridedLayers = new Set([2, 4, 6, 12]);

/**
 * SSD on MobileNet v1 without its box decoding, so that pictures of any size (multiples of 32) can be searched.
 * `scores` `[n, anchors]` are probabilities; `offsets` `[n, anchors, 4]` are y, x, height, width relative to the anchors.
 */
export function buildSsdMobilenet(layers: Layers, image: string): Record<string, string> {
  let x = pointwise(layers, image, "MobilenetV1/Conv2d_0_pointwise", 2);
  let map11 = x;
  for (let layer = 1; layer <= 13; layer += 1) {
    x = depthwise(layers, x, `MobilenetV1/Conv2d_${layer}_depthwise`, stridedLayers.has(layer) ? 2 : 1);
    x = pointwise(layers, x, `MobilenetV1/Conv2d_${layer}_pointwise`, 1);
    if (layer === 11) map11 = x;
  }
  const maps = [map11, x];
  for (let layer = 0; layer < 8; layer += 1) {
    x = pointwise(layers, x, `Prediction/Conv2d_${layer}_pointwise`, layer % 2 === 1 ? 2 : 1);
    if (layer % 2 === 1) maps.push(x);
  }
  const offsets = maps.map((map, i) => predict(layers, map, `Prediction/BoxPredictor_${i}/BoxEncodingPredictor`, 4));
  const classes = maps.map((map, i) => predict(layers, map, `Prediction/BoxPredictor_${i}/ClassPredictor`, 3));
  return {
    scores: faceScores(layers, layers.graph.node("Concat", classes, { axis: 1 })),
    offsets: layers.graph.node("Concat", offsets, { axis: 1 }),
  };
}

/** Class 1 of three is the face; each class has its own sigmoid. */
function faceScores({ graph }: Layers, classes: string): string {
  const face = graph.node("Slice", [classes, graph.ints([1]), graph.ints([2]), graph.ints([2])]);
  return graph.node("Sigmoid", [graph.node("Squeeze", [face, graph.ints([2])])]);
}

function pointwise(layers: Layers, x: string, name: string, stride: number): string {
  const bias = layers.weight(`${name}/convolution_bn_offset`).data;
  return layers.relu6(layers.conv(x, layers.weight(`${name}/weights`), bias, { stride }));
}

/** Depthwise convolution with the batch normalisation folded in. */
function depthwise(layers: Layers, x: string, name: string, stride: number): string {
  const filters = layers.weight(`${name}/depthwise_weights`);
  const stat = (part: string) => layers.weight(`${name}/BatchNorm/${part}`).data;
  const [gamma, beta, mean, variance] = [stat("gamma"), stat("beta"), stat("moving_mean"), stat("moving_variance")];
  const scale = gamma.map((value, i) => value / Math.sqrt((variance[i] ?? 0) + batchNormEpsilon));
  const folded = filters.data.map((value, i) => value * (scale[i % scale.length] ?? 0));
  const bias = beta.map((value, i) => value - (mean[i] ?? 0) * (scale[i] ?? 0));
  return layers.relu6(layers.depthwise(x, { dims: filters.dims, data: folded }, bias, { stride }));
}

/** A 1x1 convolution whose `[n, h, w, anchors * width]` is read as `[n, h * w * anchors, width]`. */
function predict(layers: Layers, map: string, name: string, width: number): string {
  const { graph } = layers;
  const raw = layers.conv(map, layers.weight(`${name}/weights`), layers.weight(`${name}/biases`).data);
  return graph.node("Reshape", [graph.node("Transpose", [raw], { perm: [0, 2, 3, 1] }), graph.ints([0, -1, width])]);
}
