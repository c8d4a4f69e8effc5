import type { Analysis, FaceAnalysis, Feature } from "@/lib/domain/detection/types";
import type { QualitySettings } from "@/lib/domain/quality/types";
import type { ServiceSettings } from "@/lib/domain/services/types";
import { roundTo } from "@/lib/http/round-to";
import { serializeExtras } from "./serialize-extras";

/** Shape of `age` and `gender`: bare values as the early versions wrote them, or objects with a probability. */
type ResponseFormat = "classic" | "1.x";

export interface FaceStyle {
  readonly format: ResponseFormat;
  /** Adds execution times and plugin versions. */
  readonly status: boolean;
  /** Names of the plugins that were asked for; the embedding is computed for other ends too. */
  readonly plugins: readonly string[];
  /** What the service takes for a good picture. */
  readonly good: QualitySettings;
}

/** The service's setting in this wire's words, and what the request asked for. */
export function faceStyleOf(
  settings: ServiceSettings,
  { status, face_plugins }: { status: boolean; face_plugins: readonly string[] },
): FaceStyle {
  const format = settings.responseFormat === "V1" ? "1.x" : "classic";
  return { format, status, plugins: face_plugins, good: settings };
}

/** Plugins that are named in `execution_time` and `plugins_versions`; landmarks never are. */
const reportedPlugins = {
  age: "age",
  gender: "gender",
  pose: "pose",
  embedding: "calculator",
  mask: "mask",
  emotion: "emotion",
  occlusion: "occlusion",
  liveness: "liveness",
  quality: "quality",
} as const satisfies Partial<Record<Feature | "quality", string>>;
type ReportedFeature = keyof typeof reportedPlugins;
const reportedFeatures = Object.keys(reportedPlugins) as ReportedFeature[];

// The vendor's documents use another spelling than its code; clients compare with what the code sends.
const maskWords = {
  without_mask: "without_mask",
  with_mask: "with_mask",
  worn_incorrectly: "mask_weared_incorrect",
} as const satisfies Record<NonNullable<FaceAnalysis["mask"]>["value"], string>;

type Age = NonNullable<FaceAnalysis["age"]>;
type Gender = NonNullable<FaceAnalysis["gender"]>;

/** What an answer shows of the faces of one analysis. */
export interface FaceView {
  readonly analysis: Analysis;
  readonly style: FaceStyle;
  /** The vendor rounds the box's probability in every answer but that of the detection. */
  readonly isRounded: boolean;
}

/** One face, the same members in every answer. */
export function serializeFace(face: FaceAnalysis, { analysis, style, isRounded }: FaceView) {
  const { age, gender, pose, embedding, mask } = face;
  const { format, status, plugins } = style;
  return {
    age: age && serializeAge(age, format),
    gender: gender && serializeGender(gender, format),
    pose: pose && { pitch: pose.pitch, roll: pose.roll, yaw: pose.yaw },
    embedding: embedding && plugins.includes("calculator") ? Array.from(embedding) : undefined,
    box: serializeBox(face.box, isRounded),
    execution_time: status ? serializeTimes(face, analysis) : undefined,
    mask: mask && { probability: mask.probability, value: maskWords[mask.value] },
    landmarks: (face.landmarks106 ?? face.landmarks5)?.map(([x, y]) => [toPixel(x), toPixel(y)]),
    ...serializeExtras(face, style),
  };
}

/** Five decimals, as all similarities and rates are written. */
export const toFiveDecimals = (value: number): number => roundTo(value, 5);

// `+ 0` turns the -0 that truncation leaves of -0.4 into 0.
const toPixel = (value: number) => Math.trunc(value) + 0;

function serializeBox(box: FaceAnalysis["box"], isRounded: boolean) {
  return {
    probability: isRounded ? toFiveDecimals(box.probability) : box.probability,
    x_max: toPixel(box.xMax),
    y_max: toPixel(box.yMax),
    x_min: toPixel(box.xMin),
    y_min: toPixel(box.yMin),
  };
}

function serializeAge(age: Age, format: ResponseFormat) {
  const [low, high] = [Math.round(age.low), Math.round(age.high)];
  return format === "classic" ? [low, high] : { probability: age.probability, high, low };
}

function serializeGender(gender: Gender, format: ResponseFormat) {
  return format === "classic" ? gender.value : { probability: gender.probability, value: gender.value };
}

/** Whole milliseconds; the detector ran once for all faces, so each carries its share. */
function serializeTimes(face: FaceAnalysis, analysis: Analysis): Record<string, number> {
  const times: Record<string, number> = { detector: Math.round(analysis.timingsMs.detect / analysis.faces.length) };
  for (const feature of reportedFeatures) {
    const ms = face.timingsMs[feature];
    if (ms !== undefined) times[reportedPlugins[feature]] = Math.round(ms);
  }
  return times;
}

/** Members are there only when the client asked for them. */
export function serializeVersions({ versions }: Analysis, { status }: FaceStyle): Record<string, string> | undefined {
  if (!status) return undefined;
  const named: Record<string, string> = {};
  if (versions.detector !== undefined) named.detector = versions.detector;
  for (const feature of reportedFeatures) {
    const version = versions[feature];
    if (version !== undefined) named[reportedPlugins[feature]] = version;
  }
  return named;
}
