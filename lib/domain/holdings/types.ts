import type { PackModel } from "@/lib/domain/model-packs/types";

/** How large a collection was at the end of a day in UTC, or is today. */
export interface DaySize {
  /** As in 2026-11-21. */
  readonly day: string;
  readonly subjects: number;
  readonly faces: number;
}

/** Faces that the same version of the networks embedded. */
export interface ModelFaces {
  readonly modelTag: string;
  readonly faces: number;
}

/** What a service holds now and held before. */
export interface Holdings {
  /** The networks that answer; null before any start. */
  readonly model: PackModel | null;
  /** Null for a service of a type that stores no faces. */
  readonly collection: {
    readonly subjects: number;
    readonly faces: number;
    /** By the networks that embedded them, the most faces first. */
    readonly models: readonly ModelFaces[];
    /** The oldest first, today last; days on which no server ran are missing. */
    readonly days: readonly DaySize[];
  } | null;
}
