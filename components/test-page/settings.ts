import type { ParameterName, TestOperation } from "./operations";

const plugins = [
  "decision",
  "landmarks",
  "landmarks2d106",
  "age",
  "gender",
  "pose",
  "mask",
  "emotion",
  "occlusion",
  "liveness",
  "calculator",
] as const;
export type Plugin = (typeof plugins)[number];

/** What the controls hold; texts as they were typed. */
export interface Settings extends Readonly<Record<Exclude<ParameterName, "face_plugins" | FlagName>, string>> {
  readonly face_plugins: readonly Plugin[];
  readonly detect_faces: boolean;
  readonly status: boolean;
}

type FlagName = "detect_faces" | "status";

export const initialSettings: Settings = {
  limit: "0",
  det_prob_threshold: "",
  prediction_count: "3",
  face_plugins: ["decision", "landmarks2d106", "age", "gender", "pose"],
  detect_faces: true,
  status: true,
  profile: "",
  facesMax: "",
  minsize: "",
  maxsize: "",
  detectcount: "",
};

/** Plugins that mean nothing to an operation without subjects or a second picture. */
const deciding: readonly Plugin[] = ["decision"];

export const pluginsFor = ({ name }: TestOperation): readonly Plugin[] =>
  name === "detect" ? plugins.filter((plugin) => !deciding.includes(plugin)) : plugins;

function writeValue(settings: Settings, name: ParameterName, operation: TestOperation): string {
  if (name !== "face_plugins") return String(settings[name]);
  return pluginsFor(operation)
    .filter((plugin) => settings.face_plugins.includes(plugin))
    .join(",");
}

/** The query of the request; empty values are left out. Commas stay readable, as the programs show it. */
export function queryOf(settings: Settings, operation: TestOperation): string {
  return operation.parameters
    .map((name) => [name, writeValue(settings, name, operation)] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
}
