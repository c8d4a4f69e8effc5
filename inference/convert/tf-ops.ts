import { boolOf, constantOf, fusedOps } from "./tf-attributes";
import { convertConvolution, convertPool, withActivations } from "./tf-convolution";
import type { TfContext, TfNode } from "./tf-graph";

type Convert = (node: TfNode, context: TfContext) => string;

const direct =
  (op: string): Convert =>
  (node, { graph, value }) =>
    graph.node(op, node.input.map(value));

const reduce =
  (op: string): Convert =>
  (node, context) => {
    const axes = constantOf(context, node.input[1]);
    const keepdims = boolOf(node, "keep_dims") ? 1 : 0;
    return context.graph.node(op, [context.value(node.input[0] ?? "")], { axes, keepdims });
  };

/** TensorFlow operation to ONNX nodes. Values keep TensorFlow's layout (channels last) between nodes. */
const operations: Readonly<Record<string, Convert>> = {
  Add: direct("Add"),
  AddV2: direct("Add"),
  Sub: direct("Sub"),
  Mul: direct("Mul"),
  Maximum: direct("Max"),
  Minimum: direct("Min"),
  Relu: direct("Relu"),
  Sigmoid: direct("Sigmoid"),
  Softmax: direct("Softmax"),
  Identity: direct("Identity"),
  Conv2D: convertConvolution,
  _FusedConv2D: convertConvolution,
  DepthwiseConv2dNative: convertConvolution,
  FusedDepthwiseConv2dNative: convertConvolution,
  MaxPool: (node, context) => convertPool("MaxPool", node, context),
  AvgPool: (node, context) => convertPool("AveragePool", node, context),
  Mean: reduce("ReduceMean"),
  Relu6: (node, context) => withActivations(["Relu6"], context.value(node.input[0] ?? ""), node, context),
  Prelu: (node, { graph, value }) => graph.node("PRelu", node.input.map(value)),
  Pad: (node, context) => {
    const pairs = constantOf(context, node.input[1]);
    const pads = [...pairs.filter((_, i) => i % 2 === 0), ...pairs.filter((_, i) => i % 2 === 1)];
    return context.graph.node("Pad", [context.value(node.input[0] ?? ""), context.graph.ints(pads)]);
  },
  Reshape: (node, context) => {
    const shape = context.graph.ints(constantOf(context, node.input[1]));
    return context.graph.node("Reshape", [context.value(node.input[0] ?? ""), shape]);
  },
  ConcatV2: (node, context) => {
    const values = node.input.slice(0, -1).map(context.value);
    return context.graph.node("Concat", values, { axis: constantOf(context, node.input.at(-1))[0] ?? 0 });
  },
  _FusedMatMul: convertMatMul,
  ResizeBilinear: convertResize,
};

export function convertNode(node: TfNode, context: TfContext): string {
  const convert = operations[node.op];
  if (!convert) throw new Error(`The operation ${node.op} of ${node.name} has no ONNX counterpart in the table.`);
  return convert(node, context);
}

function convertMatMul(node: TfNode, context: TfContext): string {
  const { graph, value } = context;
  const operand = (index: number, flag: string) => {
    const x = value(node.input[index] ?? "");
    return boolOf(node, flag) ? graph.node("Transpose", [x], { perm: [1, 0] }) : x;
  };
  const product = graph.node("MatMul", [operand(0, "transpose_a"), operand(1, "transpose_b")]);
  const ops = fusedOps(node);
  const sum = ops[0] === "BiasAdd" ? graph.node("Add", [product, value(node.input[2] ?? "")]) : product;
  const activations = ops.filter((op) => op !== "BiasAdd");
  return withActivations(activations, sum, node, context);
}

function convertResize(node: TfNode, context: TfContext): string {
  const { graph, value } = context;
  const [height = 1, width = 1] = constantOf(context, node.input[1]);
  const mode = boolOf(node, "align_corners")
    ? "align_corners"
    : boolOf(node, "half_pixel_centers")
      ? "half_pixel"
      : "asymmetric";
  const chw = graph.node("Transpose", [value(node.input[0] ?? "")], { perm: [0, 3, 1, 2] });
  const shape = graph.node("Shape", [chw], { start: 0, end: 2 });
  const sizes = graph.node("Concat", [shape, graph.ints([height, width])], { axis: 0 });
  const resized = graph.node("Resize", [chw, "", "", sizes], { mode: "linear", coordinate_transformation_mode: mode });
  return graph.node("Transpose", [resized], { perm: [0, 2, 3, 1] });
}
