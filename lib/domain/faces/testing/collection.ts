import { randomUUID } from "node:crypto";
import type { Analysis } from "@/inference/pipeline/analysis";
import { setEngine } from "@/inference/pipeline/engine";
import { mintServiceScope, type ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { type KeyScope, keyScopes } from "@/lib/domain/api-keys/types";
import type { ServiceSettings } from "@/lib/domain/services/types";

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

/** A scope of a new service with an empty collection. */
export async function makeCollection(changed: Partial<ServiceSettings> = {}): Promise<ServiceScope> {
  const { id: applicationId } = await db().application.create({ data: { name: randomUUID() } });
  const { id: serviceId } = await db().service.create({ data: { applicationId, name: "faces", type: "RECOGNITION" } });
  return scopeOf(serviceId, keyScopes, changed);
}

function scopeOf(serviceId: string, scopes: readonly KeyScope[], changed: Partial<ServiceSettings>): ServiceScope {
  const fields = { serviceId, serviceType: "RECOGNITION", keyId: randomUUID(), keyScopes: scopes } as const;
  return mintServiceScope({ ...fields, settings: { ...settings, ...changed } });
}

/** The same service by a key that may do only that. */
export function limitTo({ serviceId }: ServiceScope, ...scopes: KeyScope[]): ServiceScope {
  return scopeOf(serviceId, scopes, {});
}

/** The version of the networks that the stub stands for. */
export const modelTag = "stub-1";

/** A picture of which the stub sees one face, another one for each text. */
export const photo = (text: string) => new TextEncoder().encode(text);
/** What the stub makes of it. */
export const embeddingOf = (text: string) => Float32Array.of(0.6, 0.8, text.length, text.charCodeAt(0));

const face = (text: string) => ({
  box: { xMin: 0, yMin: 0, xMax: 9, yMax: 9, probability: 0.9 },
  embedding: embeddingOf(text),
  timingsMs: {},
});

/**
 * Puts an engine in place that sees in a picture as many faces as its text begins with ("2 faces"), or one.
 *
 * @returns the pictures it was asked about
 */
export function provideEngine(): string[] {
  const asked: string[] = [];
  const analyze = async (bytes: Uint8Array, { picture }: { picture?: true }): Promise<Analysis> => {
    const text = new TextDecoder().decode(bytes);
    asked.push(text);
    const faces = Array.from({ length: Number(/^\d/.exec(text)?.[0] ?? 1) }, () => face(text));
    const kept = { bytes: photo(`kept ${text}`), mediaType: "image/png", thumbnail: photo(`small ${text}`) } as const;
    return {
      ...{ width: 9, height: 9, faces, timingsMs: { queue: 0, decode: 0, detect: 0 } },
      versions: { detector: "detector-1", embedding: modelTag },
      ...(picture && faces.length === 1 && { picture: kept }),
    };
  };
  const stats = () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, completed: 0 });
  const judgeSeries = () => Promise.reject(new Error("no series here"));
  setEngine({ analyze, judgeSeries, requireRoom: () => {}, stats, close: async () => {} });
  return asked;
}

/** The changes of a collection in order, without their numbers. */
export async function changesOf({ serviceId }: ServiceScope) {
  const select = { kind: true, faceId: true, subjectId: true, otherSubjectId: true } as const;
  return db().collectionChange.findMany({ where: { serviceId }, orderBy: { version: "asc" }, select });
}

/** How many rows of each kind the service has. */
export async function countRows({ serviceId }: ServiceScope) {
  const where = { serviceId };
  const { subject, face: faces, faceImage, idempotencyKey, collectionChange } = db();
  const [subjects, stored, images, answers, changes] = await Promise.all([
    subject.count({ where }),
    faces.count({ where }),
    faceImage.count({ where: { face: where } }),
    idempotencyKey.count({ where }),
    collectionChange.count({ where }),
  ]);
  return { subjects, faces: stored, images, answers, changes };
}
