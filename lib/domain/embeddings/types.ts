import type { Decision } from "@/lib/domain/decision/types";

/** How alike two faces are. */
export interface Likeness {
  /** 0..1 */
  readonly similarity: number;
  readonly decision: Decision;
}
