import type { Page, PageRequest } from "@/lib/domain/applications/types";

/** A person in a collection. */
export interface Subject {
  readonly id: string;
  /** As it was first spelled. */
  readonly name: string;
}

/** A subject in the list of its collection. */
export interface SubjectItem extends Subject {
  readonly createdAt: Date;
  readonly faceCount: number;
  /** The oldest of its faces whose picture was kept. */
  readonly thumbnailFaceId: string | null;
}

/** By name, the newest first, or those with the most faces first. */
export const subjectOrders = ["name", "createdAt", "faceCount"] as const;
export type SubjectOrder = (typeof subjectOrders)[number];

export interface SubjectPageRequest extends PageRequest {
  readonly sort: SubjectOrder;
}

export interface SubjectPage extends Page<SubjectItem> {
  /** Whether pictures of faces that are added now are kept. */
  readonly keepsPictures: boolean;
}
