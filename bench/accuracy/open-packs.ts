import path from "node:path";
import { packIds } from "@/inference/models/packs";
import { findPack, findPackId, type OwnFiles } from "@/inference/packs/find-pack";
import { type OpenPack, openPack } from "@/inference/packs/open-pack";

/** Opens the model pack with this name; undefined for the standard one. */
export async function openNamedPack(packsDir: string, name: string, own: OwnFiles): Promise<OpenPack | undefined> {
  const id = findPackId(name);
  if (!id) throw new Error(`There is no model pack ${name}; there are ${packIds.join(", ")}.`);
  const networks = await findPack(packsDir, id, own);
  return networks && openPack(networks, 1);
}

/** SCRFD-2.5g and MobileFaceNet out of a folder, for comparison. */
export async function openPeer(folder: string): Promise<OpenPack> {
  const detector = path.join(folder, "scrfd_2.5g_bnkps.onnx");
  const recognizer = path.join(folder, "mobilefacenet_arcface_112.onnx");
  const networks = await findPack(folder, "insightface", { detector, recognizer });
  if (!networks) throw new Error("This pack has networks of its own.");
  return openPack(networks, 1);
}
