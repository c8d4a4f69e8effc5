import type { ServiceScope } from "@/lib/auth/service-scope";
import type { Analysis, FaceAnalysis, Feature } from "@/lib/domain/detection/types";

export interface SquareFacesRequest {
  readonly scope: ServiceScope;
  /** The file as it was sent; it moves to a worker. */
  readonly bytes: Uint8Array;
  /** Besides the 106 landmarks, which the squares are made of. */
  readonly features: readonly Feature[];
  /** Bounds of the squares' sides in picture pixels. An upper one of the picture's longer side or more excludes none. */
  readonly sideMin: number;
  readonly sideMax: number;
  /** Of the faces within these bounds the largest are kept. */
  readonly facesMax: number;
  readonly signal?: AbortSignal | undefined;
}

/** A face with the square around its landmarks, in picture pixels; it may reach beyond the picture's edges. */
export interface SquareFace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly face: FaceAnalysis;
}

export interface SquareFaces {
  /** Largest square first. */
  readonly faces: readonly SquareFace[];
  readonly analysis: Analysis;
}
