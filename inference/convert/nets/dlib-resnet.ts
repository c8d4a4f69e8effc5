import type { Layers } from "./layers";

/** Residual blocks in order; `down` halves the size. Widths and counts: dlib's face recognition ResNet-29. */
const blocks = [
  ["conv32_1", "same"],
  ["conv32_2", "same"],
  ["conv32_3", "same"],
  ["conv64_down", "down"],
  ["conv64_1", "same"],
  ["conv64_2", "same"],
  ["conv64_3", "same"],
  ["conv128_down", "down"],
  ["conv128_1", "same"],
  ["conv128_2", "same"],
  ["conv256_down", "down"],
  ["conv256_1", "same"],
  ["conv256_2", "same"],
  ["conv256_down_out", "down"],
] as const;

/** Sides of the feature maps before each halving, of a 150-pixel chip. */
const sideBefore = { conv64_down: 35, conv128_down: 17, conv256_down: 8, conv256_down_out: 4 } as const;

/** dlib's ResNet: `descriptor` `[n, 128]` (not normalised) and the maps that small heads are trained on. */
export function buildDlibResnet(layers: Layers, image: string): Record<string, string> {
  let x = layers.relu(scaledConv(layers, image, "conv32_down", 2, "valid"));
  x = layers.maxPool(x, 3, 2, "valid");
  const maps: Record<string, string> = {};
  for (const [name, kind] of blocks) {
    x = kind === "same" ? residual(layers, x, name) : residualDown(layers, x, name);
    maps[name] = x;
  }
  const descriptor = layers.dense(layers.globalAverage(x), "fc");
  return { descriptor, map17: maps.conv64_3 ?? "", map8: maps.conv128_2 ?? "", map4: maps.conv256_2 ?? "" };
}

/** Convolution followed by a scale and shift per channel, folded into one: s(Wx + b) + t = (sW)x + (sb + t). */
function scaledConv(layers: Layers, x: string, name: string, stride: number, padding: "same" | "valid"): string {
  const filters = layers.weight(`${name}/conv/filters`);
  const bias = layers.weight(`${name}/conv/bias`).data;
  const scale = layers.weight(`${name}/scale/weights`).data;
  const shift = layers.weight(`${name}/scale/biases`).data;
  const folded = filters.data.map((value, i) => value * (scale[i % scale.length] ?? 0));
  const offset = bias.map((value, i) => value * (scale[i] ?? 0) + (shift[i] ?? 0));
  return layers.conv(x, { dims: filters.dims, data: folded }, offset, { stride, padding });
}

function residual(layers: Layers, x: string, name: string): string {
  const first = layers.relu(scaledConv(layers, x, `${name}/conv1`, 1, "same"));
  return layers.relu(layers.add(scaledConv(layers, first, `${name}/conv2`, 1, "same"), x));
}

/** The shortcut is an average pool with zeros for the new channels; the other path ends one pixel short on even sides. */
function residualDown(layers: Layers, x: string, name: keyof typeof sideBefore): string {
  const { graph } = layers;
  const side = sideBefore[name];
  const filters = layers.weight(`${name}/conv1/conv/filters`);
  const [, , inputs = 0, outputs = 0] = filters.dims;
  const first = layers.relu(scaledConv(layers, x, `${name}/conv1`, 2, "valid"));
  let path = scaledConv(layers, first, `${name}/conv2`, 1, "same");
  const short = Math.floor(side / 2) - Math.floor((side - 1) / 2);
  if (short > 0) path = graph.node("Pad", [path, graph.ints([0, 0, 0, 0, 0, 0, short, short])]);
  let shortcut = layers.averagePool(x, 2, 2);
  if (outputs > inputs) shortcut = graph.node("Pad", [shortcut, graph.ints([0, 0, 0, 0, 0, outputs - inputs, 0, 0])]);
  return layers.relu(layers.add(shortcut, path));
}
