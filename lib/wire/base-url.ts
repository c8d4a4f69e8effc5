import { liftBaseUrlKey } from "@/lib/http/base-url";
import { forwardingPath, type PathHandlers } from "@/lib/http/wire-path";
import { alignedFacesHandlers } from "@/lib/wire/alchera/endpoints/aligned-faces";
import { facesHandlers as alcheraFacesHandlers } from "@/lib/wire/alchera/endpoints/faces";
import { multiFrameLivenessHandlers } from "@/lib/wire/alchera/endpoints/multi-frame-liveness";
import { similarityHandlers, similarityV2Handlers } from "@/lib/wire/alchera/endpoints/similarity";
import { unknownAlcheraHandlers } from "@/lib/wire/alchera/endpoints/unknown";
import { versionHandlers } from "@/lib/wire/alchera/endpoints/version";
import { configHandlers } from "@/lib/wire/compreface/endpoints/config";
import { consistenceHandlers } from "@/lib/wire/compreface/endpoints/consistence";
import { deleteFacesHandlers } from "@/lib/wire/compreface/endpoints/delete-faces";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { exportFacesHandlers } from "@/lib/wire/compreface/endpoints/export-faces";
import { faceHandlers } from "@/lib/wire/compreface/endpoints/face";
import { faceImageHandlers } from "@/lib/wire/compreface/endpoints/face-image";
import { facesHandlers } from "@/lib/wire/compreface/endpoints/faces";
import { importFacesHandlers } from "@/lib/wire/compreface/endpoints/import-faces";
import { jobHandlers } from "@/lib/wire/compreface/endpoints/job";
import { jobEventsHandlers } from "@/lib/wire/compreface/endpoints/job-events";
import { jobItemsHandlers } from "@/lib/wire/compreface/endpoints/job-items";
import { jobsHandlers } from "@/lib/wire/compreface/endpoints/jobs";
import { migrateHandlers } from "@/lib/wire/compreface/endpoints/migrate";
import { recognizeHandlers } from "@/lib/wire/compreface/endpoints/recognize";
import { recognizeEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/recognize-embeddings";
import { staticImageHandlers } from "@/lib/wire/compreface/endpoints/static-image";
import { subjectHandlers } from "@/lib/wire/compreface/endpoints/subject";
import { subjectsHandlers } from "@/lib/wire/compreface/endpoints/subjects";
import { unknownPathHandlers } from "@/lib/wire/compreface/endpoints/unknown";
import { verifyEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/verify-embeddings";
import { verifyFaceHandlers } from "@/lib/wire/compreface/endpoints/verify-face";
import { verifyFaceEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/verify-face-embeddings";
import { verifyImagesHandlers } from "@/lib/wire/compreface/endpoints/verify-images";
import { checkHandlers } from "@/lib/wire/liveness/endpoints/check";
import { predictHandlers } from "@/lib/wire/nodeflux/endpoints/predict";
import { unknownNodefluxHandlers } from "@/lib/wire/nodeflux/endpoints/unknown";
import { assessHandlers } from "@/lib/wire/quality/endpoints/assess";
import { statelessHandlers } from "@/lib/wire/senseid/endpoints/stateless";
import { unknownSenseidHandlers } from "@/lib/wire/senseid/endpoints/unknown";
import { imageApiHandlers, imageApiServices, unknownServiceHandlers } from "@/lib/wire/threedivi/endpoints/services";

/**
 * Every route of a wire by its path, values in braces: what `/k/<api key>` can stand before. A test compares it with the
 * folder `app`. Of two patterns that fit a path the earlier one answers.
 */
export const wireRoutes: ReadonlyMap<string, PathHandlers> = new Map([
  ["/api/v1/config", configHandlers],
  ["/api/v1/consistence/status", consistenceHandlers],
  ["/api/v1/detection/detect", detectHandlers],
  ["/api/v1/liveness/check", checkHandlers],
  ["/api/v1/migrate", migrateHandlers],
  ["/api/v1/quality/assess", assessHandlers],
  ["/api/v1/recognition/faces/delete", deleteFacesHandlers],
  ["/api/v1/recognition/faces/export", exportFacesHandlers],
  ["/api/v1/recognition/faces/import", importFacesHandlers],
  ["/api/v1/recognition/jobs", jobsHandlers],
  ["/api/v1/recognition/jobs/{job_id}", jobHandlers],
  ["/api/v1/recognition/jobs/{job_id}/events", jobEventsHandlers],
  ["/api/v1/recognition/jobs/{job_id}/items", jobItemsHandlers],
  ["/api/v1/recognition/faces/{image_id}", faceHandlers],
  ["/api/v1/recognition/faces/{image_id}/img", faceImageHandlers],
  ["/api/v1/recognition/faces", facesHandlers],
  ["/api/v1/recognition/recognize", recognizeHandlers],
  ["/api/v1/recognition/embeddings/recognize", recognizeEmbeddingsHandlers],
  ["/api/v1/static/{key}/images/{image_id}", staticImageHandlers],
  ["/api/v1/recognition/subjects/{subject}", subjectHandlers],
  ["/api/v1/recognition/subjects", subjectsHandlers],
  ["/api/v1/recognition/faces/{image_id}/verify", verifyFaceHandlers],
  ["/api/v1/recognition/embeddings/faces/{image_id}/verify", verifyFaceEmbeddingsHandlers],
  ["/api/v1/verification/embeddings/verify", verifyEmbeddingsHandlers],
  ["/api/v1/verification/verify", verifyImagesHandlers],
  ["/alignedfaces", alignedFacesHandlers],
  ["/faces", alcheraFacesHandlers],
  ["/liveness/multiframe", multiFrameLivenessHandlers],
  ["/similarity", similarityHandlers],
  ["/similarity/v2", similarityV2Handlers],
  ["/version", versionHandlers],
  ["/NFFS-FIQA/v1/predict", predictHandlers],
  ["/quality/face/stateless", statelessHandlers],
  ["/{imageService}/process/{input}", imageApiHandlers],
  ["/{imageService}/v1/process/{input}", imageApiHandlers],
]);

/** What answers the other paths, by their first segment: clients parse errors of their own vendor only. */
const unknownHandlers: ReadonlyMap<string, PathHandlers> = new Map([
  ["NFFS-FIQA", unknownNodefluxHandlers],
  ["quality", unknownSenseidHandlers],
  ...["alignedfaces", "faces", "liveness", "similarity", "version"].map(
    (name) => [name, unknownAlcheraHandlers] as const,
  ),
  ...[...imageApiServices.keys()].map((name) => [name, unknownServiceHandlers] as const),
]);

const isValue = (segment: string) => segment.startsWith("{");

function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return false;
  return wanted.every((segment, at) => (isValue(segment) ? given[at] !== "" : segment === given[at]));
}

function handlersAt(path: string): PathHandlers {
  for (const [pattern, handlers] of wireRoutes) if (fits(pattern, path)) return handlers;
  return unknownHandlers.get(path.split("/", 2)[1] ?? "") ?? unknownPathHandlers;
}

/** The wires behind `/k/<api key>`, for clients that can be told another address but no header. */
export const baseUrlHandlers = forwardingPath((addressed) => {
  const { request, path } = liftBaseUrlKey(addressed);
  return { handlers: handlersAt(path), request };
});
