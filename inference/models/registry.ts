import checksums from "./checksums.json" with { type: "json" };

/** What is known of one network, whatever its weights do. */
export interface Network {
  /** What it is and where its weights come from, for people. */
  readonly title: string;
  /** npm package that carries the weights. */
  readonly source: "@vladmandic/human" | "@vladmandic/face-api";
  readonly licence: string;
  readonly isCommercialUseAllowed: boolean;
  /** Bytes of RGB (or grey) the session takes, `[1, height, width, channels]`; 0 = any multiple of 32. */
  readonly input: { readonly width: number; readonly height: number; readonly channels: 1 | 3 };
  /** Stored with every result that depends on it; changes whenever the file does. */
  readonly version: string;
}

const square = (side: number, channels: 1 | 3 = 3) => ({ width: side, height: side, channels });
const mit = { licence: "MIT", isCommercialUseAllowed: true } as const;
const human = { source: "@vladmandic/human", ...mit } as const;
const faceApi = { source: "@vladmandic/face-api", ...mit } as const;

/** The networks of the standard pack. Adding one = an entry here, its source in `inference/convert`, a decoder, a test. */
export const networks = {
  blazeface: { title: "BlazeFace, back camera", ...human, input: square(256), version: "blazeface-1" },
  ssd: { title: "SSD MobileNet v1 face detector", ...faceApi, input: square(0), version: "ssd-1" },
  mesh: { title: "MediaPipe face mesh, 468 points", ...human, input: square(192), version: "mesh-1" },
  iris: { title: "MediaPipe iris", ...human, input: square(64), version: "iris-1" },
  landmarks68: { title: "68 landmarks", ...faceApi, input: square(112), version: "landmarks68-1" },
  recognition: { title: "dlib ResNet-29 descriptor", ...faceApi, input: square(150), version: "recognition-1" },
  faceres: { title: "FaceRes age, gender, descriptor", ...human, input: square(224), version: "faceres-1" },
  ageGender: { title: "Tiny Xception age and gender", ...faceApi, input: square(112), version: "age-gender-1" },
  emotion: { title: "Emotion, seven classes", ...human, input: square(64, 1), version: "emotion-1" },
  expression: { title: "Expression, seven classes", ...faceApi, input: square(112), version: "expression-1" },
  antispoof: { title: "Anti-spoof", ...human, input: square(128), version: "antispoof-1" },
  liveness: { title: "Liveness", ...human, input: square(32), version: "liveness-1" },
  centernet: { title: "CenterNet objects", ...human, input: square(512), version: "centernet-2" },
} as const satisfies Record<string, Network>;

export type NetworkId = keyof typeof networks;
export const networkIds = Object.keys(networks) as NetworkId[];

/** SHA-256 of the file that the converter writes for a network, in hexadecimal. */
export function checksumOf(id: NetworkId): string {
  return checksums[id];
}

/** Name of a network's file inside the models folder; it carries the version, so an upgrade never meets an old file. */
export function modelFileName(id: NetworkId): string {
  return `${networks[id].version}.onnx`;
}
