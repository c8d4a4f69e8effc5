import type { OnnxGraph } from "@/inference/convert/onnx-graph";
import type { Weight } from "@/inference/convert/read-weights";
import { channelsOf, toDepthwise, toOihw } from "@/inference/convert/reorder";

/** Padding as TensorFlow names it. */
type Padding = "same" | "valid";

interface ConvOptions {
  readonly stride?: number;
  readonly padding?: Padding;
}

/** Layers for networks that come without a graph: values keep channels first, weights are looked up by name. */
export class Layers {
  readonly graph: OnnxGraph;
  private readonly weights: ReadonlyMap<string, Weight>;

  constructor(graph: OnnxGraph, weights: ReadonlyMap<string, Weight>) {
    this.graph = graph;
    this.weights = weights;
  }

  weight(name: string): Weight {
    const weight = this.weights.get(name);
    if (!weight) throw new Error(`The weights hold no ${name}.`);
    return weight;
  }

  conv(x: string, filters: Weight, bias: Float32Array | undefined, options: ConvOptions = {}): string {
    return this.convolve(x, toOihw(filters), bias, 1, options);
  }

  depthwise(x: string, filters: Weight, bias: Float32Array | undefined, options: ConvOptions = {}): string {
    return this.convolve(x, toDepthwise(filters), bias, channelsOf(filters), options);
  }

  /** Depthwise and pointwise convolution with `<name>/depthwise_filter`, `/pointwise_filter` and `/bias`. */
  separable(x: string, name: string, stride: number): string {
    const depthwise = this.depthwise(x, this.weight(`${name}/depthwise_filter`), undefined, { stride });
    return this.conv(depthwise, this.weight(`${name}/pointwise_filter`), this.weight(`${name}/bias`).data);
  }

  /** Plain convolution with `<name>/filters` and `/bias`. */
  named(x: string, name: string, stride: number): string {
    return this.conv(x, this.weight(`${name}/filters`), this.weight(`${name}/bias`).data, { stride });
  }

  relu(x: string): string {
    return this.graph.node("Relu", [x]);
  }

  relu6(x: string): string {
    return this.graph.node("Clip", [x, this.graph.scalar(0), this.graph.scalar(6)]);
  }

  add(...terms: readonly string[]): string {
    return terms.length === 2 ? this.graph.node("Add", terms) : this.graph.node("Sum", terms);
  }

  maxPool(x: string, size: number, stride: number, padding: Padding): string {
    return this.graph.node("MaxPool", [x], {
      kernel_shape: [size, size],
      strides: [stride, stride],
      auto_pad: autoPad[padding],
    });
  }

  averagePool(x: string, size: number, stride: number): string {
    return this.graph.node("AveragePool", [x], {
      kernel_shape: [size, size],
      strides: [stride, stride],
      auto_pad: "VALID",
    });
  }

  /** Mean over height and width: `[n, c, h, w]` to `[n, c]`. */
  globalAverage(x: string): string {
    return this.graph.node("ReduceMean", [x], { axes: [2, 3], keepdims: 0 });
  }

  /** `[n, in]` times `<weights>` `[in, out]`, plus the bias if there is one. */
  dense(x: string, weights: string, bias?: string): string {
    const { data, dims } = this.weight(weights);
    const product = this.graph.node("MatMul", [x, this.graph.floats(data, dims)]);
    return bias ? this.add(product, this.graph.floats(this.weight(bias).data, this.weight(bias).dims)) : product;
  }

  private convolve(
    x: string,
    weights: Weight,
    bias: Float32Array | undefined,
    group: number,
    options: ConvOptions,
  ): string {
    const { stride = 1, padding = "same" } = options;
    const inputs = [x, this.graph.floats(weights.data, weights.dims)];
    if (bias) inputs.push(this.graph.floats(bias, [bias.length]));
    const kernel = weights.dims.slice(2);
    return this.graph.node("Conv", inputs, {
      kernel_shape: kernel,
      strides: [stride, stride],
      group,
      auto_pad: autoPad[padding],
    });
  }
}

const autoPad = { same: "SAME_UPPER", valid: "VALID" } as const satisfies Record<Padding, string>;
