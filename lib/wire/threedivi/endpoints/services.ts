import { forwardingPath, type PathHandlers, unknownPath } from "@/lib/http/wire-path";
import type { ServicePaths } from "@/lib/wire/threedivi/estimator";
import { threedivi } from "@/lib/wire/threedivi/wire";
import { bodyDetector } from "./body-detector";
import { ageEstimator, emotionEstimator, faceFitter, genderEstimator, maskEstimator } from "./estimators";
import { livenessEstimator } from "./liveness-estimator";
import { qualityAssessment } from "./quality-assessment";
import { templateExtractor } from "./template-extractor";
import { verifyMatcher } from "./verify-matcher";

/** The vendor's services by their names in addresses. */
export const imageApiServices: ReadonlyMap<string, ServicePaths> = new Map([
  ["body-detector", bodyDetector],
  ["face-detector-face-fitter", faceFitter],
  ["gender-estimator", genderEstimator],
  ["age-estimator", ageEstimator],
  ["emotion-estimator", emotionEstimator],
  ["mask-estimator", maskEstimator],
  ["face-detector-liveness-estimator", livenessEstimator],
  ["quality-assessment-estimator", qualityAssessment],
  ["face-detector-template-extractor", templateExtractor],
  ["verify-matcher", verifyMatcher],
]);

export const unknownServiceHandlers = unknownPath(threedivi, "/*/process/*");

function handlersAt(address: string): PathHandlers {
  const [, name = "", input = ""] = /^\/([^/]+)(?:\/v1)?\/process\/([^/]+)\/*$/.exec(new URL(address).pathname) ?? [];
  const paths: Readonly<Record<string, PathHandlers | undefined>> = imageApiServices.get(name) ?? {};
  return (Object.hasOwn(paths, input) ? paths[input] : undefined) ?? unknownServiceHandlers;
}

/** Everything under `/<service>/process/` and `/<service>/v1/process/`, which are one and the same. */
export const imageApiHandlers = forwardingPath((request) => ({ handlers: handlersAt(request.url), request }));
