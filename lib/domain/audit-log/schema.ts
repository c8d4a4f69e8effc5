import { z } from "zod";
import { pageRequestInput } from "@/lib/domain/applications/schema";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.uuid().toLowerCase();

const filterFields = {
  /** As the trail has it: `service.create`. */
  action: z.string().min(1).max(100).optional(),
  actorUserId: id.optional(),
  /** Not always a UUID: a member is `application/user`. */
  objectId: z.string().min(1).max(100).optional(),
  applicationId: id.optional(),
  from: moment.optional(),
  to: moment.optional(),
};

const { page, size } = pageRequestInput.shape;

export const auditListInput = z.strictObject({ ...filterFields, page, size });
export const auditExportInput = z.strictObject(filterFields);
