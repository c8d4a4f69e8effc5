import { randomUUID } from "node:crypto";
import { InferenceError, type InferenceErrorCode } from "@/inference/inference-error";
import type { Analysis, AnalyzeOptions } from "@/inference/pipeline/analysis";
import { type Engine, setEngine } from "@/inference/pipeline/engine";
import { mintServiceScope, type ServiceScope } from "@/lib/auth/service-scope";
import type { ServiceSettings, ServiceType } from "@/lib/domain/services/types";
import { observeServiceRequests } from "@/lib/http/request-observer";
import { logger } from "@/lib/observability/logger";
import { bootSteps, readiness } from "@/lib/observability/readiness";

/** Keys of services that the stub of the key resolver knows. */
export const keys = {
  detection: "11111111-1111-4111-8111-111111111111",
  detectionV1: "22222222-2222-4222-8222-222222222222",
  detectionStrict: "33333333-3333-4333-8333-333333333333",
  recognition: "44444444-4444-4444-8444-444444444444",
  recognitionOpen: "55555555-5555-4555-8555-555555555555",
  detectionOpen: "66666666-6666-4666-8666-666666666666",
  detectionListed: "77777777-7777-4777-8777-777777777777",
  verification: "88888888-8888-4888-8888-888888888888",
  verificationV1: "88888888-8888-4888-8888-888888888881",
  quality: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
  qualityOpen: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaab",
  liveness: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
  livenessOneFace: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbb1",
  livenessGoodFace: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbb2",
  unknown: "99999999-9999-4999-8999-999999999999",
} as const;

/** Origins of `detectionListed`; the other services list none. */
export const listedOrigins = ["https://app.example", "http://localhost:3000"] as const;

const settings: ServiceSettings = {
  responseFormat: "CLASSIC",
  detectionProbabilityMin: null,
  decisionPolicy: "BALANCED",
  similarityMin: null,
  saveImages: false,
  livenessCheck: "EVERY_FACE",
  qualityGate: "OFF",
  qualityProfile: "ENROLMENT",
  customQualityLimits: null,
  openBaseUrl: false,
  allowedOrigins: [],
};

const service = (serviceType: ServiceType, changed: Partial<ServiceSettings> = {}) =>
  mintServiceScope({
    serviceId: `service-${serviceType}`,
    keyId: randomUUID(),
    serviceType,
    keyScopes: ["read", "enrol", "delete"],
    settings: { ...settings, ...changed },
  });

const services: Readonly<Record<string, ServiceScope>> = {
  [keys.detection]: service("DETECTION"),
  [keys.detectionV1]: service("DETECTION", { responseFormat: "V1" }),
  [keys.detectionStrict]: service("DETECTION", { detectionProbabilityMin: 0.95 }),
  [keys.recognition]: service("RECOGNITION"),
  [keys.recognitionOpen]: service("RECOGNITION", { openBaseUrl: true }),
  [keys.detectionOpen]: service("DETECTION", { openBaseUrl: true }),
  [keys.detectionListed]: service("DETECTION", { openBaseUrl: true, allowedOrigins: listedOrigins }),
  [keys.verification]: service("VERIFICATION"),
  [keys.verificationV1]: service("VERIFICATION", { responseFormat: "V1" }),
  [keys.quality]: service("QUALITY"),
  [keys.qualityOpen]: service("QUALITY", { openBaseUrl: true }),
  [keys.liveness]: service("LIVENESS"),
  [keys.livenessOneFace]: service("LIVENESS", { livenessCheck: "ONE_FACE" }),
  [keys.livenessGoodFace]: service("LIVENESS", { livenessCheck: "ONE_GOOD_FACE" }),
};

/** Stands in for the lookup in the database, which has tests of its own. */
export const resolveApiKey = async (key: string) => services[key] ?? null;

/** Services whose requests were counted, in order. */
export const counted: string[] = [];
observeServiceRequests(({ serviceId }) => void counted.push(serviceId));

/** What the engine was asked, one entry a call. */
export const asked: { bytes: Uint8Array; options: AnalyzeOptions }[] = [];

type Answer = Analysis | InferenceErrorCode | Error;

/** Puts an engine in place that gives these answers in turn, the last one from then on. */
export function answerWith(...answers: readonly [Answer, ...Answer[]]): void {
  asked.length = 0;
  counted.length = 0;
  const analyze: Engine["analyze"] = async (bytes, options) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? answers[0];
    asked.push({ bytes, options });
    if (answer instanceof Error) throw answer;
    if (typeof answer === "string") throw new InferenceError(answer, "internal words of the engine");
    return answer;
  };
  const stats = () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, completed: 0 });
  const judgeSeries = () => Promise.reject(new Error("no series here"));
  setEngine({ analyze, judgeSeries, requireRoom: () => {}, stats, close: async () => {} });
}

/** Lets requests in, as after a completed boot, and keeps their log lines off the test report. */
export function makeReady(): void {
  logger.level = "silent";
  for (const step of bootSteps) readiness.complete(step);
}

interface Call {
  readonly method?: string;
  readonly query?: string;
  readonly key?: string | null;
  readonly body?: BodyInit;
  readonly type?: string;
  readonly signal?: AbortSignal;
}

/** A request to the detection endpoint; with the valid key unless told otherwise. */
export function detectRequest({
  method = "POST",
  query = "",
  key = keys.detection,
  body,
  type,
  signal,
}: Call): Request {
  const headers = new Headers();
  if (key !== null) headers.set("x-api-key", key);
  if (type !== undefined) headers.set("content-type", type);
  const url = `http://localhost:8000/api/v1/detection/detect${query}`;
  return new Request(url, { method, headers, ...(body !== undefined && { body }), ...(signal && { signal }) });
}

/** JSON of an answer, after a look at what every answer of this wire must carry. */
export async function jsonOf(response: Response): Promise<unknown> {
  const { headers } = response;
  if (headers.get("content-type") !== "application/json") throw new Error("The answer is not JSON.");
  if (headers.get("access-control-allow-origin") !== "*") throw new Error("The answer lacks its CORS headers.");
  return response.json();
}

/** A form with a picture under `file` and text parts. */
export function form(parts: Readonly<Record<string, string>> = {}, fileName = "photo.jpg"): FormData {
  const data = new FormData();
  data.set("file", new File([new Uint8Array([0xff, 0xd8, 0xff])], fileName, { type: "image/jpeg" }));
  for (const [name, value] of Object.entries(parts)) data.set(name, value);
  return data;
}
