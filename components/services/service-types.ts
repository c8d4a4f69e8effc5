import type { PlainMessageKey } from "@/components/language/message-types";
import type { ServiceType } from "@/lib/domain/services/types";

/** What the types of services are for: names of texts. */
export const serviceUses = {
  RECOGNITION: "services.recognitionUse",
  DETECTION: "services.detectionUse",
  VERIFICATION: "services.verificationUse",
  QUALITY: "services.qualityUse",
  LIVENESS: "services.livenessUse",
} as const satisfies Record<ServiceType, PlainMessageKey>;
