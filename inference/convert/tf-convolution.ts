import type { Weight } from "./read-weights";
import { channelsOf, toDepthwise, toOihw } from "./reorder";
import { fusedOps, intsOf, textOf } from "./tf-attributes";
import type { TfContext, TfNode } from "./tf-graph";

const toChannelsFirst = { perm: [0, 3, 1, 2] };
const toChannelsLast = { perm: [0, 2, 3, 1] };

/** Both kinds of convolution with whatever is fused behind them; the runtime cancels the transposes between neighbours. */
export function convertConvolution(node: TfNode, context: TfContext): string {
  const { graph, value } = context;
  const filter = weightOf(context, node.input[1]);
  const isDepthwise = node.op.includes("Depthwise");
  const weights = isDepthwise ? toDepthwise(filter) : toOihw(filter);
  const ops = fusedOps(node);
  const bias = ops[0] === "BiasAdd" ? [value(node.input[2] ?? "")] : [];
  const chw = graph.node("Transpose", [value(node.input[0] ?? "")], toChannelsFirst);
  const convolved = graph.node("Conv", [chw, graph.floats(weights.data, weights.dims), ...bias], {
    ...window(node),
    kernel_shape: weights.dims.slice(2),
    dilations: dilationsOf(node),
    group: isDepthwise ? channelsOf(filter) : 1,
  });
  const activated = withActivations(
    ops.filter((op) => op !== "BiasAdd"),
    convolved,
    node,
    context,
  );
  return graph.node("Transpose", [activated], toChannelsLast);
}

export function convertPool(op: "MaxPool" | "AveragePool", node: TfNode, { graph, value }: TfContext): string {
  const chw = graph.node("Transpose", [value(node.input[0] ?? "")], toChannelsFirst);
  const pooled = graph.node(op, [chw], { ...window(node), kernel_shape: intsOf(node, "ksize").slice(1, 3) });
  return graph.node("Transpose", [pooled], toChannelsLast);
}

/** Fused activations. A fused PReLU's slope is the fourth input, one per channel, where channels stand first. */
export function withActivations(ops: readonly string[], x: string, node: TfNode, context: TfContext): string {
  const { graph } = context;
  return ops.reduce((y, op) => {
    switch (op) {
      case "Relu":
      case "Elu":
      case "Sigmoid":
        return graph.node(op, [y]);
      case "Relu6":
        return graph.node("Clip", [y, graph.scalar(0), graph.scalar(6)]);
      case "LeakyRelu":
        return graph.node("LeakyRelu", [y], { alpha: { float: node.attr.leakyrelu_alpha?.f ?? 0.2 } });
      case "Prelu": {
        const { data } = weightOf(context, node.input[3]);
        return graph.node("PRelu", [y, graph.floats(data, [data.length, 1, 1])]);
      }
      default:
        throw new Error(`The fused operation ${op} of ${node.name} is unknown.`);
    }
  }, x);
}

/** The runtime refuses SAME with dilation only when it runs; no network of the pack needs it. */
function dilationsOf(node: TfNode): number[] {
  const dilations = intsOf(node, "dilations").slice(1, 3);
  if (textOf(node, "padding") === "SAME" && dilations.some((dilation) => dilation > 1)) {
    throw new Error(`${node.name} is dilated with SAME padding, which the runtime does not take.`);
  }
  return dilations;
}

function window(node: TfNode) {
  const padding = textOf(node, "padding");
  const strides = intsOf(node, "strides").slice(1, 3);
  if (padding === "SAME") return { strides, auto_pad: "SAME_UPPER" };
  if (padding === "VALID") return { strides, auto_pad: "VALID" };
  const [, , top = 0, bottom = 0, left = 0, right = 0] = intsOf(node, "explicit_paddings");
  return { strides, pads: [top, left, bottom, right] };
}

function weightOf(context: TfContext, name: string | undefined): Weight {
  const weight = context.constants.get(name ?? "");
  if (!weight) throw new Error(`${name} is not a constant.`);
  return weight;
}
