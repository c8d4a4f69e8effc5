import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { hasAcceptance } from "./data";

const configuration = { userId: null, label: "configuration", ip: null } as const;
const action = "model_pack.accept_licence";

/** Leaves in the audit trail that the configuration accepted the licence of a pack, once for each. */
export function recordLicenceAccepted(packId: string): Promise<void> {
  return db().$transaction(async (tx) => {
    if (await hasAcceptance(tx, action, packId)) return;
    await recordAuditEvents(tx, [
      { actor: configuration, action, objectType: "installation", objectId: packId, result: "success" },
    ]);
  });
}
