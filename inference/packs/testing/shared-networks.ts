import { existsSync } from "node:fs";
import path from "node:path";

const folder = "../shared/models";

/** Networks of others for tests of model packs; they are no part of the project. */
export const sharedNetworks = {
  yunet: path.join(folder, "face_detection_yunet_2023mar.onnx"),
  scrfd: path.join(folder, "scrfd_2.5g_bnkps.onnx"),
  mobileFaceNet: path.join(folder, "mobilefacenet_arcface_112.onnx"),
  minifas: path.join(folder, "antispoof_minifas_128.onnx"),
} as const;

/** Why tests with these networks cannot run; undefined when they can. */
export const missingNetworks: string | undefined = Object.values(sharedNetworks).every((file) => existsSync(file))
  ? undefined
  : `skipped: the networks of ${folder} are not here`;
