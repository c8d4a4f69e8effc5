import type { Engine } from "@/inference/pipeline/engine";

/** A model pack, and the tag that its embeddings carry. */
export interface PackModel {
  readonly packId: string;
  readonly modelTag: string;
}

/** What embeds the stored pictures anew. */
export interface Embedder extends PackModel {
  readonly engine: Pick<Engine, "analyze">;
}

/** How far a move is, in faces. */
export interface MoveProgress {
  /** Faces of other networks, those already embedded anew among them. */
  readonly total: number;
  readonly done: number;
  /** Faces that keep the embedding they have: no picture of them is stored, or these networks find no face in it. */
  readonly kept: number;
}
