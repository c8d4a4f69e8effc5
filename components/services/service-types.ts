import type { ServiceType } from "@/lib/domain/services/types";

interface TypeText {
  readonly name: string;
  readonly explanation: string;
}

/** What the types of services are for, in the order of the choice. */
export const serviceTypeTexts = {
  RECOGNITION: { name: "Recognition", explanation: "Tells who is in a picture, out of a collection of known people." },
  DETECTION: { name: "Detection", explanation: "Finds the faces in a picture and says where they are." },
  VERIFICATION: { name: "Verification", explanation: "Compares two pictures: is it the same person?" },
  QUALITY: { name: "Quality", explanation: "Says whether a picture of a face is good enough to work with." },
  LIVENESS: { name: "Liveness", explanation: "Estimates whether a face is live or a picture of a picture." },
} as const satisfies Record<ServiceType, TypeText>;
