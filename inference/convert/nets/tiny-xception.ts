import type { Layers } from "./layers";

/** Small Xception with two heads: `age` `[n, 1]` in years, `gender` `[n, 2]` (male first) and their 512 `features`. */
export function buildTinyXception(layers: Layers, image: string): Record<string, string> {
  let x = layers.relu(layers.named(image, "entry_flow/conv_in", 2));
  x = reduction(layers, x, "entry_flow/reduction_block_0", false);
  x = reduction(layers, x, "entry_flow/reduction_block_1", true);
  for (const block of ["middle_flow/main_block_0", "middle_flow/main_block_1"]) x = main(layers, x, block);
  x = reduction(layers, x, "exit_flow/reduction_block", true);
  x = layers.relu(layers.separable(x, "exit_flow/separable_conv", 1));
  const features = layers.globalAverage(x);
  const gender = layers.graph.node("Softmax", [layers.dense(features, "fc/gender/weights", "fc/gender/bias")], {
    axis: -1,
  });
  return { age: layers.dense(features, "fc/age/weights", "fc/age/bias"), gender, features };
}

function reduction(layers: Layers, x: string, name: string, isActivated: boolean): string {
  let path = layers.separable(isActivated ? layers.relu(x) : x, `${name}/separable_conv0`, 1);
  path = layers.separable(layers.relu(path), `${name}/separable_conv1`, 1);
  path = layers.maxPool(path, 3, 2, "same");
  return layers.add(path, layers.named(x, `${name}/expansion_conv`, 2));
}

function main(layers: Layers, x: string, name: string): string {
  const path = [0, 1, 2].reduce((y, i) => layers.separable(layers.relu(y), `${name}/separable_conv${i}`, 1), x);
  return layers.add(path, x);
}
