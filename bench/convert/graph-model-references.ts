import { readFile } from "node:fs/promises";
import path from "node:path";
import type { NetworkId } from "@/inference/models/registry";
import { imageTensor, type Reference } from "./reference";
import type { GraphModel, Tensor, TensorFlow } from "./tensorflow";

const folder = "node_modules/@vladmandic/human/models";

interface Source {
  readonly file: string;
  /** Bytes to the network's input, written independently of the converter. */
  readonly prepare: (image: Tensor, tf: TensorFlow) => Tensor;
  readonly outputs: Readonly<Record<string, string>>;
}

const toUnit = (image: Tensor) => image.div(255);
/** What the human library feeds its object detectors. */
const asTheyAre = (image: Tensor) => image;
const toSigned = (image: Tensor) => image.div(127.5).sub(1);
const toCaffe = (image: Tensor, tf: TensorFlow) =>
  image.reverse(3).sub(tf.tensor(Float32Array.of(103.939, 116.779, 123.68), [3]));

const sources = {
  blazeface: {
    file: "blazeface",
    prepare: toSigned,
    outputs: { scores16: "Identity", scores8: "Identity_1", boxes16: "Identity_2", boxes8: "Identity_3" },
  },
  mesh: { file: "facemesh", prepare: toUnit, outputs: { points: "Identity_2", face: "Identity_1" } },
  iris: { file: "iris", prepare: toUnit, outputs: { points: "Identity" } },
  faceres: {
    file: "faceres",
    prepare: toCaffe,
    outputs: {
      male: "gender_pred/Sigmoid",
      ages: "age_pred/Softmax",
      features: "global_pooling/Mean",
      map14: "conv_pw_11_relu/clip_by_value",
      map7: "conv_pw_13_relu/clip_by_value",
    },
  },
  emotion: { file: "emotion", prepare: toSigned, outputs: { emotions: "Identity" } },
  antispoof: { file: "antispoof", prepare: toUnit, outputs: { real: "Identity" } },
  liveness: { file: "liveness", prepare: toUnit, outputs: { real: "Identity" } },
  centernet: {
    file: "centernet",
    prepare: asTheyAre,
    outputs: { scores: "tower_0/keypoints", extents: "tower_0/wh" },
  },
} as const satisfies Partial<Record<NetworkId, Source>>;

/** The networks that come as TensorFlow.js graph models, run by TensorFlow.js itself. */
export async function graphModelReferences(tf: TensorFlow): Promise<Record<keyof typeof sources, Reference>> {
  const loaded = Object.entries(sources).map(async ([id, source]) => [id, await loadReference(tf, source)]);
  return Object.fromEntries(await Promise.all(loaded)) as Record<keyof typeof sources, Reference>;
}

async function loadReference(tf: TensorFlow, { file, prepare, outputs }: Source): Promise<Reference> {
  const model = await loadModel(tf, file);
  const names = Object.keys(outputs);
  const [input] = model.inputs;
  if (!input) throw new Error(`${file} has no input.`);
  return {
    outputs: names,
    run: (image) =>
      tf.tidy(() => {
        const tensors = model.execute({ [input.name]: prepare(imageTensor(tf, image), tf) }, Object.values(outputs));
        const list = Array.isArray(tensors) ? tensors : [tensors];
        return Object.fromEntries(list.map((tensor, i) => [names[i], tensor.dataSync()]));
      }),
  };
}

async function loadModel(tf: TensorFlow, name: string): Promise<GraphModel> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(path.join(folder, `${name}.json`), "utf8"));
  const bytes = await readFile(path.join(folder, weightsManifest[0].paths[0]));
  const weightData = new Uint8Array(bytes).buffer;
  return tf.loadGraphModel({
    load: async () => ({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
  });
}
