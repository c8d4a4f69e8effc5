import type { ServiceSettings } from "@/lib/domain/services/types";

export interface DecisionRequest {
  /** 0..1, of the best candidate. */
  readonly similarity: number;
  /** How many subjects the face was compared with; 1 for a verification. */
  readonly gallerySize: number;
  readonly settings: Pick<ServiceSettings, "decisionPolicy" | "similarityMin">;
}

export interface Decision {
  readonly decision: "match" | "unknown";
  /** 0..1; a similarity from here on is a match. */
  readonly similarityMin: number;
  /** 0..1: how often a search for somebody who is not in the gallery would find this similarity or a higher one. */
  readonly falseAcceptRate: number;
}
