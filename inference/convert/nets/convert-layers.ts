import { readFile } from "node:fs/promises";
import path from "node:path";
import { addImageInput, type Normalization } from "@/inference/convert/input-layer";
import { OnnxGraph } from "@/inference/convert/onnx-graph";
import { readWeights, type WeightManifest } from "@/inference/convert/read-weights";
import type { NetworkId } from "@/inference/models/registry";
import { networks } from "@/inference/models/registry";
import { Layers } from "./layers";

export interface LayersSource {
  /** `*-weights_manifest.json`, the binary file beside it. */
  readonly manifest: string;
  readonly normalization: Normalization;
  readonly build: (layers: Layers, image: string) => Readonly<Record<string, string>>;
}

/** Builds a network that comes as weights without a graph. Pictures may come in batches, and in any size if it takes one. */
export async function convertLayers(id: NetworkId, source: LayersSource): Promise<Uint8Array> {
  const [manifest] = JSON.parse(await readFile(source.manifest, "utf8")) as WeightManifest[];
  const binary = path.join(path.dirname(source.manifest), manifest?.paths[0] ?? "");
  const weights = await readWeights(manifest?.weights ?? [], binary);
  const graph = new OnnxGraph(id);
  const { width, height, channels } = networks[id].input;
  const image = addImageInput(graph, ["n", height || "height", width || "width", channels], source.normalization);
  const channelsFirst = graph.node("Transpose", [image], { perm: [0, 3, 1, 2] });
  const outputs = source.build(new Layers(graph, weights), channelsFirst);
  for (const [name, value] of Object.entries(outputs)) graph.output(name, value);
  return graph.toBytes();
}
