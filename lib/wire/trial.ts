import { type TrialOperation, trialPath } from "@/lib/wire/admin/endpoints/trial";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { recognizeHandlers } from "@/lib/wire/compreface/endpoints/recognize";
import { verifyImagesHandlers } from "@/lib/wire/compreface/endpoints/verify-images";

/** What the test page may send, by the name in its address. Nothing here changes what a service has stored. */
const operations: ReadonlyMap<string, TrialOperation> = new Map([
  ["recognize", { serviceType: "RECOGNITION", path: "/api/v1/recognition/recognize", answer: recognizeHandlers.POST }],
  ["detect", { serviceType: "DETECTION", path: "/api/v1/detection/detect", answer: detectHandlers.POST }],
  ["verify", { serviceType: "VERIFICATION", path: "/api/v1/verification/verify", answer: verifyImagesHandlers.POST }],
]);

export const trialHandlers = trialPath(operations);
