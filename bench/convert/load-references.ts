import type { NetworkId } from "@/inference/models/registry";
import { loadFaceApi } from "./face-api";
import { faceApiReferences } from "./face-api-references";
import { graphModelReferences } from "./graph-model-references";
import type { Reference } from "./reference";
import type { TensorFlow } from "./tensorflow";

/** Every network of the standard pack as TensorFlow.js runs it. */
export async function loadReferences(tf: TensorFlow): Promise<Readonly<Record<NetworkId, Reference>>> {
  return { ...(await graphModelReferences(tf)), ...faceApiReferences(tf, await loadFaceApi()) };
}
