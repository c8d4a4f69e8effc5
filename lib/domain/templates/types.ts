import type { Analysis, AnalysisRequest } from "@/lib/domain/detection/types";

export type TemplateRequest = Omit<AnalysisRequest, "features" | "picture" | "bodies">;

export interface Templates {
  readonly analysis: Analysis;
  /** One for each face, in the same order. */
  readonly templates: readonly Uint8Array[];
}

/** How far apart two faces are, and what that means. */
export interface TemplateComparison {
  /** Between two embeddings of length 1: 0 for one and the same, 2 for opposite ones. */
  readonly distance: number;
  /** Share of comparisons of two different people that come out at this distance or nearer, measured. */
  readonly falseMatchRate: number;
  /** Share of comparisons of one person's photos that come out farther, measured. */
  readonly falseNonMatchRate: number;
  /** 0 up to the nearest distance for which strangers were measured, from there evenly to 1 at distance 0. */
  readonly nearness: number;
}
