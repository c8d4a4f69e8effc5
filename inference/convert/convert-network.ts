import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { InferenceError } from "@/inference/inference-error";
import { type NetworkId, networks } from "@/inference/models/registry";
import type { Normalization } from "./input-layer";
import { convertLayers } from "./nets/convert-layers";
import { buildExpressions, buildLandmarks68 } from "./nets/dense-extractor";
import { buildDlibResnet } from "./nets/dlib-resnet";
import type { Layers } from "./nets/layers";
import { buildSsdMobilenet } from "./nets/ssd-mobilenet";
import { buildTinyXception } from "./nets/tiny-xception";
import { convertGraphModel } from "./tf-graph";

type Recipe = { readonly normalization: Normalization } & (
  | { readonly file: string; readonly outputs: Readonly<Record<string, string>> }
  | { readonly manifest: string; readonly build: (layers: Layers, image: string) => Record<string, string> }
);

const rgb = (mean: readonly number[], scale: number): Normalization => ({ channels: "rgb", mean, scale });
const zeroToOne = rgb([0, 0, 0], 1 / 255);
/** CenterNet scales its input itself. */
const rawBytes = rgb([0, 0, 0], 1);
const minusOneToOne = rgb([127.5, 127.5, 127.5], 1 / 127.5);
/** Means of dlib's training photos; the face-api networks were trained on the same preprocessing. */
const dlibMean = [122.782, 117.001, 104.298];
/** Means of ImageNet in the Caffe order blue, green, red. */
const caffe: Normalization = { channels: "bgr", mean: [103.939, 116.779, 123.68], scale: 1 };
const grey: Normalization = { channels: "grey", mean: [127.5], scale: 1 / 127.5 };

/** Per network: how bytes become its input, and which results are worth keeping under which names. */
const recipes = {
  blazeface: {
    file: "blazeface",
    normalization: minusOneToOne,
    outputs: { scores16: "Identity", scores8: "Identity_1", boxes16: "Identity_2", boxes8: "Identity_3" },
  },
  ssd: { manifest: "ssd_mobilenetv1", normalization: minusOneToOne, build: buildSsdMobilenet },
  mesh: { file: "facemesh", normalization: zeroToOne, outputs: { points: "Identity_2", face: "Identity_1" } },
  iris: { file: "iris", normalization: zeroToOne, outputs: { points: "Identity" } },
  landmarks68: { manifest: "face_landmark_68", normalization: rgb(dlibMean, 1 / 255), build: buildLandmarks68 },
  recognition: { manifest: "face_recognition", normalization: rgb(dlibMean, 1 / 256), build: buildDlibResnet },
  faceres: {
    file: "faceres",
    normalization: caffe,
    outputs: {
      male: "gender_pred/Sigmoid",
      ages: "age_pred/Softmax",
      features: "global_pooling/Mean",
      map14: "conv_pw_11_relu/clip_by_value",
      map7: "conv_pw_13_relu/clip_by_value",
    },
  },
  ageGender: { manifest: "age_gender", normalization: rgb(dlibMean, 1 / 255), build: buildTinyXception },
  emotion: { file: "emotion", normalization: grey, outputs: { emotions: "Identity" } },
  expression: { manifest: "face_expression", normalization: rgb(dlibMean, 1 / 255), build: buildExpressions },
  antispoof: { file: "antispoof", normalization: zeroToOne, outputs: { real: "Identity" } },
  liveness: { file: "liveness", normalization: zeroToOne, outputs: { real: "Identity" } },
  centernet: {
    file: "centernet",
    normalization: rawBytes,
    outputs: { scores: "tower_0/keypoints", extents: "tower_0/wh" },
  },
} as const satisfies Record<NetworkId, Recipe>;

/** Reads a network's weights from the npm package that carries them and returns it as an ONNX file. */
export function convertNetwork(id: NetworkId): Promise<Uint8Array> {
  const recipe: Recipe = recipes[id];
  const folder = packageFolder(networks[id].source);
  if ("file" in recipe) {
    const file = path.join(folder, "models", `${recipe.file}.json`);
    return convertGraphModel(id, { file, normalization: recipe.normalization, outputs: recipe.outputs });
  }
  const manifest = path.join(folder, "model", `${recipe.manifest}_model-weights_manifest.json`);
  return convertLayers(id, { manifest, normalization: recipe.normalization, build: recipe.build });
}

/** The packages do not export their weights, so the folder is looked up where Node would look for the package. */
function packageFolder(name: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = places.map((place) => path.join(place, name)).find((candidate) => existsSync(candidate));
  if (!folder)
    throw new InferenceError("model_missing", `The package ${name}, which carries weights, is not installed.`);
  return folder;
}
