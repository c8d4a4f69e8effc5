import { z } from "zod";
import { facesToMarkMax } from "./types";

const ids = (max: number) =>
  z
    .array(z.uuid().transform((id) => id.toLowerCase()))
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} ids`);

const idsPerChangeMax = 200;

/** A part of a subject's faces, behind the face `after`. */
export const facesOfInput = z.strictObject({
  after: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(100).default(60),
});
export const markFacesInput = z.strictObject({ ids: ids(facesToMarkMax) });
export const moveFacesInput = z.strictObject({ ids: ids(idsPerChangeMax), subjectId: z.uuid() });
export const deleteFacesInput = z.strictObject({ ids: ids(idsPerChangeMax) });
