import { z } from "zod";
import { nameSchema, pageRequestInput } from "@/lib/domain/applications/schema";
import { subjectOrders } from "./types";

/** As people give it: a path with a segment of dots would be another path, so no subject is called that. */
const subjectNameSchema = nameSchema.refine((name) => name !== "." && name !== "..", "must not be a path");

export const subjectPageInput = pageRequestInput.extend({ sort: z.enum(subjectOrders).default("name") });
export const addSubjectInput = z.strictObject({ name: subjectNameSchema });
/** `merge` lets the faces go to another subject that has the name. */
export const renameSubjectInput = z.strictObject({ name: subjectNameSchema, merge: z.boolean().default(false) });
