import type { Layers } from "./layers";

/** Four densely connected blocks and one linear layer, as the landmark and the expression network have them. */
function buildDenseExtractor(layers: Layers, image: string): string {
  const map = ["dense0", "dense1", "dense2", "dense3"].reduce((x, name) => denseBlock(layers, x, name), image);
  return layers.graph.node("Flatten", [
    layers.graph.node("Transpose", [layers.averagePool(map, 7, 2)], { perm: [0, 2, 3, 1] }),
  ]);
}

/** `landmarks` `[n, 136]`: 68 points as fractions of the square crop, x before y. */
export function buildLandmarks68(layers: Layers, image: string): Record<string, string> {
  return { landmarks: layers.dense(buildDenseExtractor(layers, image), "fc/weights", "fc/bias") };
}

/** `expressions` `[n, 7]`: neutral, happy, sad, angry, fearful, disgusted, surprised; sum 1. */
export function buildExpressions(layers: Layers, image: string): Record<string, string> {
  const scores = layers.dense(buildDenseExtractor(layers, image), "fc/weights", "fc/bias");
  return { expressions: layers.graph.node("Softmax", [scores], { axis: -1 }) };
}

function denseBlock(layers: Layers, x: string, name: string): string {
  const isFirst = name === "dense0";
  const first = layers.relu(isFirst ? layers.named(x, `${name}/conv0`, 2) : layers.separable(x, `${name}/conv0`, 2));
  const second = layers.separable(first, `${name}/conv1`, 1);
  const third = layers.separable(layers.relu(layers.add(first, second)), `${name}/conv2`, 1);
  const fourth = layers.separable(layers.relu(layers.add(first, second, third)), `${name}/conv3`, 1);
  return layers.relu(layers.add(first, second, third, fourth));
}
