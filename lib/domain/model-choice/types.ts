import type { PackId } from "@/inference/models/packs";
import type { FetchProgress } from "@/inference/packs/fetch-progress";
import type { PackFiles } from "@/inference/packs/pack-files";
import type { MoveProgress, PackModel } from "@/lib/domain/model-packs/types";

/** The download of a pack's files by this process, after which the pack is chosen. */
export type PackDownload =
  | {
      readonly state: "downloading";
      /** Null before the first answer. */
      readonly progress: FetchProgress | null;
    }
  | {
      readonly state: "failed";
      /** For people. */
      readonly reason: string;
    };

/** What became of a choice: `downloading`: it is made when the files are there. */
export type ChoiceState = "chosen" | "downloading";

/** A model pack as one chooses it. */
export interface OfferedPack {
  readonly id: PackId;
  readonly title: string;
  readonly licence: string;
  readonly isCommercialUseAllowed: boolean;
  readonly files: PackFiles;
  /** Null where this process downloads nothing of it; what others do is not known. */
  readonly download: PackDownload | null;
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
