import { readFile } from "node:fs/promises";
import path from "node:path";
import { addImageInput, type Normalization } from "./input-layer";
import { OnnxGraph } from "./onnx-graph";
import { readWeights, type Weight, type WeightManifest } from "./read-weights";
import { convertNode } from "./tf-ops";

/** The attribute kinds that the networks use; strings are base64, integers text. */
interface TfAttribute {
  readonly s?: string;
  readonly f?: number;
  readonly b?: boolean;
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
  readonly shape?: { readonly dim?: readonly { readonly size: string }[] };
}

export interface TfNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, TfAttribute>>;
}

/** `model.json`; its shape is trusted, since the packages are pinned and the converted file's checksum is known. */
interface GraphModel {
  readonly modelTopology: { readonly node: readonly (Partial<TfNode> & Pick<TfNode, "name" | "op">)[] };
  readonly weightsManifest: readonly WeightManifest[];
}

export interface GraphModelSource {
  /** `model.json` of a TensorFlow.js graph model, its weights beside it. */
  readonly file: string;
  readonly normalization: Normalization;
  /** Name in the ONNX file to node in the TensorFlow graph; only what these need is converted. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** What the conversion of one node may look at. */
export interface TfContext {
  readonly graph: OnnxGraph;
  /** Values of constant inputs, by node name. */
  readonly constants: ReadonlyMap<string, Weight>;
  /** The ONNX value behind a TensorFlow input; constants are written on first use. */
  value(name: string): string;
}

/** Converts a TensorFlow.js graph model to ONNX. Throws for an operation that is not in the table. */
export async function convertGraphModel(name: string, source: GraphModelSource): Promise<Uint8Array> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(source.file, "utf8")) as GraphModel;
  const [manifest] = weightsManifest;
  const binary = path.join(path.dirname(source.file), manifest?.paths[0] ?? "");
  const constants = await readWeights(manifest?.weights ?? [], binary);
  const nodes = new Map(modelTopology.node.map((node) => [node.name, { input: [], attr: {}, ...node }]));
  const graph = new OnnxGraph(name);
  const value = createResolver(graph, nodes, constants, source.normalization);
  for (const [output, node] of Object.entries(source.outputs)) graph.output(output, value(node));
  return graph.toBytes();
}

function createResolver(
  graph: OnnxGraph,
  nodes: ReadonlyMap<string, TfNode>,
  constants: ReadonlyMap<string, Weight>,
  normalization: Normalization,
): (name: string) => string {
  const done = new Map<string, string>();
  const convert = (name: string): string => {
    const constant = constants.get(name);
    if (constant) return graph.floats(constant.data, constant.dims);
    const node = nodes.get(name);
    if (!node) throw new Error(`The graph has no node ${name}.`);
    if (node.op === "Placeholder") return addImageInput(graph, placeholderDims(node), normalization);
    return convertNode(node, { graph, constants, value });
  };
  const value = (input: string): string => {
    const name = input.replace(/:0$/, "");
    const known = done.get(name);
    if (known) return known;
    const converted = convert(name);
    done.set(name, converted);
    return converted;
  };
  return value;
}

function placeholderDims(node: TfNode): number[] {
  const dims = node.attr.shape?.shape?.dim ?? [];
  return dims.map(({ size }) => Math.max(1, Number(size)));
}
