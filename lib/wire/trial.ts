import { type TrialOperation, trialPath } from "@/lib/wire/admin/endpoints/trial";
import { facesHandlers } from "@/lib/wire/alchera/endpoints/faces";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { recognizeHandlers } from "@/lib/wire/compreface/endpoints/recognize";
import { verifyImagesHandlers } from "@/lib/wire/compreface/endpoints/verify-images";
import { checkHandlers } from "@/lib/wire/liveness/endpoints/check";
import { predictHandlers } from "@/lib/wire/nodeflux/endpoints/predict";
import { assessHandlers } from "@/lib/wire/quality/endpoints/assess";
import { statelessHandlers } from "@/lib/wire/senseid/endpoints/stateless";
import { imageApiHandlers } from "@/lib/wire/threedivi/endpoints/services";

const recognition = { serviceType: "RECOGNITION" } as const;
const detection = { serviceType: "DETECTION" } as const;
const verification = { serviceType: "VERIFICATION" } as const;
const quality = { serviceType: "QUALITY" } as const;
const liveness = { serviceType: "LIVENESS" } as const;
const imageApi = { answer: imageApiHandlers.POST } as const;

/** What the test page may send, by the name in its address. Nothing here changes what a service has stored. */
const operations = {
  recognize: { ...recognition, path: "/api/v1/recognition/recognize", answer: recognizeHandlers.POST },
  detect: { ...detection, path: "/api/v1/detection/detect", answer: detectHandlers.POST },
  "alchera-faces": { ...detection, path: "/faces", answer: facesHandlers.POST },
  "threedivi-faces": { ...detection, ...imageApi, path: "/face-detector-face-fitter/process/image" },
  verify: { ...verification, path: "/api/v1/verification/verify", answer: verifyImagesHandlers.POST },
  assess: { ...quality, path: "/api/v1/quality/assess", answer: assessHandlers.POST },
  "nodeflux-predict": { ...quality, path: "/NFFS-FIQA/v1/predict", answer: predictHandlers.POST },
  "senseid-quality": { ...quality, path: "/quality/face/stateless", answer: statelessHandlers.POST },
  "threedivi-quality": { ...quality, ...imageApi, path: "/quality-assessment-estimator/process/image" },
  "liveness-check": { ...liveness, path: "/api/v1/liveness/check", answer: checkHandlers.POST },
  "threedivi-liveness": { ...liveness, ...imageApi, path: "/face-detector-liveness-estimator/process/image" },
} as const satisfies Record<string, TrialOperation>;

export const trialHandlers = trialPath(new Map(Object.entries(operations)));
