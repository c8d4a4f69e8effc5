import type { AdmittedQuality } from "@/lib/domain/quality/types";
import { serializeReason } from "./serialize-extras";

const sizeDefault = 20;
const sizeMax = 2000;
const intMax = 2 ** 31 - 1;

/** A page as the client asked for it. What cannot be a page or a size falls back: some clients ask for size 0. */
export interface FacePage {
  readonly page: number;
  readonly size: number;
  /** Only faces of this subject. */
  readonly subject?: string;
}

const wholeNumber = (text = ""): number => (/^\d{1,10}$/.test(text) && Number(text) <= intMax ? Number(text) : 0);

/** @param parameters as collected */
export function facePageOf(parameters: Readonly<Record<string, string>>): FacePage {
  const { subject = "" } = parameters;
  return {
    page: wholeNumber(parameters.page),
    size: Math.min(sizeMax, wholeNumber(parameters.size) || sizeDefault),
    ...(subject.trim() !== "" && { subject }),
  };
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
    page_number: page,
    page_size: size,
    total_pages: Math.ceil(total / size),
    total_elements: total,
  };
}
