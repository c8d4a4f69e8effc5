import type { PackId } from "@/inference/models/packs";
import type { PackFiles } from "@/inference/packs/pack-files";
import type { MoveProgress, PackModel } from "@/lib/domain/model-packs/types";

/** A model pack as one chooses it. */
export interface OfferedPack {
  readonly id: PackId;
  readonly title: string;
  readonly licence: string;
  readonly isCommercialUseAllowed: boolean;
  readonly files: PackFiles;
}

/** Which pack answers, which one is to, and how far that is. */
export interface PackChoice {
  readonly packs: readonly OfferedPack[];
  /** Null before any start. */
  readonly running: PackModel | null;
  readonly wantedPackId: PackId;
  /** The configuration names the wanted pack, and nothing else counts. */
  readonly isPinned: boolean;
  /** `preparing`: no server embeds faces for the wanted pack yet. */
  readonly state: "settled" | "preparing" | "moving";
  /** Of faces that the networks moved to did not embed, else the running ones; null before any start. */
  readonly progress: MoveProgress | null;
}
