import type { PlaneFormat } from "./to-planes";

export type DetectorKind = "scrfd" | "yunet";

/** The networks of a model pack as files that were checked; plain data, so that workers can be told. */
export interface PackNetworks {
  readonly detector: { readonly kind: DetectorKind; readonly file: string; readonly version: string };
  readonly recognizer: { readonly file: string; readonly version: string; readonly format: PlaneFormat };
  /** A presentation attack detector whose first output is for a living face. */
  readonly antispoof?: { readonly file: string; readonly version: string };
}
