import type { AdmittedQuality } from "@/lib/domain/quality/types";
import { type Page, pageOf, serializePlace } from "./page";
import { serializeReason } from "./serialize-extras";

/** A page of stored faces as the client asked for it. */
export interface FacePage extends Page {
  /** Only faces of this subject. */
  readonly subject?: string;
}

/** @param parameters as collected */
export function facePageOf(parameters: Readonly<Record<string, string>>): FacePage {
  const { subject = "" } = parameters;
  return { ...pageOf(parameters), ...(subject.trim() !== "" && { subject }) };
}

interface StoredFace {
  readonly faceId: string;
  readonly subject: string;
}

export const serializeStoredFace = ({ faceId, subject }: StoredFace) => ({ image_id: faceId, subject });

/** Beyond the vendor's answer: what a quality gate says of a face that was added. */
export function serializeAdmission({ unified, passed, reasons }: AdmittedQuality) {
  return { score: Math.round(100 * unified), passed, reasons: reasons.map(serializeReason) };
}

/** One page of a collection with its place among the others. */
export function serializeFacePage(
  { items, total }: { readonly items: readonly StoredFace[]; readonly total: number },
  { page, size }: FacePage,
) {
  return {
    faces: items.map(serializeStoredFace),
    ...serializePlace({ page, size, total }),
  };
}
