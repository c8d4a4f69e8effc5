import { describe, expect, it } from "vitest";
import { type Map3, slide, type Window } from "./testing/naive-window";
import {
  convertTinyModel,
  ints,
  numbers,
  picture,
  runTinyModel,
  seen,
  text,
  texts,
  vector,
} from "./testing/tiny-model";

const windowAttributes = ({ stride, dilation = 1, padding }: Window) => ({
  strides: ints(1, stride, stride, 1),
  dilations: ints(1, dilation, dilation, 1),
  padding: text(typeof padding === "string" ? padding : "EXPLICIT"),
  ...(typeof padding === "string" ? {} : { explicit_paddings: ints(0, 0, ...padding, 0, 0) }),
});

const mapOf = (height: number, width: number, channels: number) => {
  const image = picture(1, height, width, channels);
  return { image, map: { data: seen(image.data), height, width, channels } satisfies Map3 };
};

function naiveConvolution(map: Map3, window: Window, filter: readonly number[], outputs: number): number[] {
  return slide(map, window, (taps) =>
    Array.from({ length: outputs }, (_, o) => {
      let sum = 0;
      for (const { ky, kx, at } of taps) {
        for (let c = 0; c < map.channels; c += 1) {
          const weight = filter[((ky * window.kernel[1] + kx) * map.channels + c) * outputs + o]!;
          sum += map.data[at + c]! * weight;
        }
      }
      return sum;
    }),
  );
}

function naiveDepthwise(map: Map3, window: Window, filter: readonly number[], multiplier: number): number[] {
  return slide(map, window, (taps) =>
    Array.from({ length: map.channels * multiplier }, (_, o) => {
      const channel = Math.floor(o / multiplier);
      const weightAt = (ky: number, kx: number) => (ky * window.kernel[1] + kx) * map.channels * multiplier + o;
      return taps.reduce((sum, { ky, kx, at }) => sum + map.data[at + channel]! * filter[weightAt(ky, kx)]!, 0);
    }),
  );
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 4);
}

const windows: readonly (readonly [label: string, height: number, width: number, window: Window])[] = [
  ["SAME, stride 2, even sides, 3x3", 6, 8, { kernel: [3, 3], stride: 2, padding: "SAME" }],
  ["SAME, stride 2, odd sides, 3x3", 5, 7, { kernel: [3, 3], stride: 2, padding: "SAME" }],
  ["SAME, stride 2, even and odd side, 5x5", 6, 7, { kernel: [5, 5], stride: 2, padding: "SAME" }],
  ["SAME, stride 2, even kernel", 6, 7, { kernel: [2, 2], stride: 2, padding: "SAME" }],
  ["SAME, stride 1, even kernel", 5, 5, { kernel: [2, 4], stride: 1, padding: "SAME" }],
  ["SAME, stride 2, 1x1", 5, 6, { kernel: [1, 1], stride: 2, padding: "SAME" }],
  ["SAME, stride 3", 7, 8, { kernel: [3, 3], stride: 3, padding: "SAME" }],
  ["VALID, dilated", 7, 6, { kernel: [3, 2], stride: 1, dilation: 2, padding: "VALID" }],
  ["VALID, stride 2", 6, 7, { kernel: [3, 3], stride: 2, padding: "VALID" }],
  ["explicit padding", 5, 6, { kernel: [3, 3], stride: 2, padding: [0, 1, 2, 1] }],
];

describe("a convolution", () => {
  it.each(windows)("sums what TensorFlow's window covers: %s", async (_label, height, width, window) => {
    const { image, map } = mapOf(height, width, 2);
    const filter = numbers(window.kernel[0] * window.kernel[1] * 2 * 3);
    const weights = { filter: { shape: [...window.kernel, 2, 3], values: filter } };
    const node = { name: "conv", op: "Conv2D", input: ["image", "filter"], attr: windowAttributes(window) };
    expectClose(await runTinyModel({ nodes: [node], weights }, image), naiveConvolution(map, window, filter, 3));
  });

  it.each(windows)(
    "keeps channels apart when depthwise, with multiplier 2: %s",
    async (_label, height, width, window) => {
      const { image, map } = mapOf(height, width, 3);
      const filter = numbers(window.kernel[0] * window.kernel[1] * 3 * 2, 2);
      const weights = { filter: { shape: [...window.kernel, 3, 2], values: filter } };
      const attr = windowAttributes(window);
      const node = { name: "conv", op: "DepthwiseConv2dNative", input: ["image", "filter"], attr };
      expectClose(await runTinyModel({ nodes: [node], weights }, image), naiveDepthwise(map, window, filter, 2));
    },
  );
});

it("refuses a dilated convolution with SAME padding, which would fail later", async () => {
  const attr = windowAttributes({ kernel: [3, 3], stride: 1, dilation: 2, padding: "SAME" });
  const node = { name: "wide", op: "Conv2D", input: ["image", "filter"], attr };
  const weights = { filter: { shape: [3, 3, 1, 1], values: numbers(9) } };
  await expect(convertTinyModel({ nodes: [node], weights }, [1, 4, 4, 1])).rejects.toThrow("wide is dilated");
});

const slopes = [0.3, -0.5, 2];
const activations: Readonly<Record<string, (value: number, channel: number) => number>> = {
  Relu: (value) => Math.max(0, value),
  Relu6: (value) => Math.min(6, Math.max(0, value)),
  Elu: (value) => (value > 0 ? value : Math.exp(value) - 1),
  Sigmoid: (value) => 1 / (1 + Math.exp(-value)),
  LeakyRelu: (value) => (value > 0 ? value : value * 0.125),
  Prelu: (value, channel) => (value > 0 ? value : value * slopes[channel]!),
};

describe("what is fused behind a convolution", () => {
  const window: Window = { kernel: [3, 3], stride: 1, padding: "SAME" };
  const { image, map } = mapOf(4, 5, 3);
  const bias = [0.5, -1, 2];
  const attributes = (...ops: string[]) => ({
    ...windowAttributes(window),
    fused_ops: texts(...ops),
    leakyrelu_alpha: { f: 0.125 },
  });
  const weights = (filter: readonly number[], outputs: number) => ({
    filter: { shape: [3, 3, 3, outputs], values: filter },
    bias: vector(...bias),
    slope: { shape: [1, 1, 3], values: slopes },
  });
  const input = ["image", "filter", "bias", "slope"];

  it.each(Object.keys(activations))("is applied after the bias: %s", async (op) => {
    const filter = numbers(81);
    const node = { name: "conv", op: "_FusedConv2D", input, attr: attributes("BiasAdd", op) };
    const sums = naiveConvolution(map, window, filter, 3);
    const expected = sums.map((sum, i) => activations[op]!(sum + bias[i % 3]!, i % 3));
    expectClose(await runTinyModel({ nodes: [node], weights: weights(filter, 3) }, image), expected);
  });

  it("is applied after a depthwise convolution too", async () => {
    const filter = numbers(27);
    const node = { name: "conv", op: "FusedDepthwiseConv2dNative", input, attr: attributes("BiasAdd", "Relu6") };
    const sums = naiveDepthwise(map, window, filter, 1);
    const expected = sums.map((sum, i) => activations.Relu6!(sum + bias[i % 3]!, i % 3));
    expectClose(await runTinyModel({ nodes: [node], weights: weights(filter, 1) }, image), expected);
  });

  it("is refused when unknown, naming the node", async () => {
    const node = { name: "strange", op: "_FusedConv2D", input, attr: attributes("BiasAdd", "Swish") };
    const model = { nodes: [node], weights: weights(numbers(81), 3) };
    await expect(convertTinyModel(model, image.dims)).rejects.toThrow("Swish of strange");
  });
});

describe("a pool", () => {
  const pool = (op: string, window: Window) => ({
    name: "pool",
    op,
    input: ["image"],
    attr: { ...windowAttributes(window), ksize: ints(1, ...window.kernel, 1) },
  });
  const perChannel = (map: Map3, window: Window, reduce: (values: readonly number[]) => number) =>
    slide(map, window, (taps) =>
      Array.from({ length: map.channels }, (_, c) => reduce(taps.map(({ at }) => map.data[at + c]!))),
    );
  const cases = windows.filter(([, , , { kernel, padding, dilation }]) => {
    return kernel[0] > 1 && typeof padding === "string" && !dilation;
  });

  it.each(cases)("takes the largest value in the window: %s", async (_label, height, width, window) => {
    const { image, map } = mapOf(height, width, 2);
    const expected = perChannel(map, window, (values) => Math.max(...values));
    expectClose(await runTinyModel({ nodes: [pool("MaxPool", window)] }, image), expected);
  });

  it.each(cases)("takes the mean without counting padding: %s", async (_label, height, width, window) => {
    const { image, map } = mapOf(height, width, 2);
    const expected = perChannel(map, window, (values) => values.reduce((a, b) => a + b) / values.length);
    expectClose(await runTinyModel({ nodes: [pool("AvgPool", window)] }, image), expected);
  });
});
