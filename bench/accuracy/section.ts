import type { OpenPack } from "@/inference/packs/open-pack";
import type { Sessions } from "@/inference/runtime/session-store";
import type { Figure } from "./report";

/** What a section may use. */
export interface SectionInput {
  /** Folder of labelled photos, laid out as docs/accuracy.md says. */
  readonly dataDir: string;
  readonly modelsDir: string;
  /** Folder for what takes long to compute and depends on photos and networks alone. */
  readonly cacheDir: string;
  /** Folder with networks of others to compare with; absent = no comparison. */
  readonly peersDir?: string | undefined;
  readonly sessions: Sessions;
  /** The model pack to measure; absent = the standard one. */
  readonly pack?: OpenPack | undefined;
}

/** Measures one task and returns its figures. */
export type Section = (input: SectionInput) => Promise<readonly Figure[]>;
