import { z } from "zod";
import { pageRequestInput } from "@/lib/domain/applications/schema";
import { auditFormats } from "./types";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.uuid().toLowerCase();

const commonFields = {
  /** As the trail has it: `service.create`. */
  action: z.string().min(1).max(100).optional(),
  actorUserId: id.optional(),
  /** An e-mail address, or another name that the trail has for an actor. */
  actor: z.string().trim().min(1).max(254).optional(),
  /** Not always a UUID: a member is `application/user`. */
  objectId: z.string().min(1).max(100).optional(),
  from: moment.optional(),
  to: moment.optional(),
};
const filterFields = { ...commonFields, applicationId: id.optional() };

const { page, size } = pageRequestInput.shape;
const format = z.enum(auditFormats).default("jsonl");

export const auditListInput = z.strictObject({ ...filterFields, page, size });
export const auditExportInput = z.strictObject({ ...filterFields, format });
/** Of one application, which the path names. */
export const applicationAuditListInput = z.strictObject({ ...commonFields, page, size });
export const applicationAuditExportInput = z.strictObject({ ...commonFields, format });
