import { randomUUID } from "node:crypto";
import { seal } from "@/lib/auth/sealed-text";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import type { KeyScope } from "@/lib/domain/api-keys/types";
import { hashApiKey } from "@/lib/domain/api-keys/utils";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import type { CreatedService, ServiceType } from "@/lib/domain/services/types";

/** A service of its own application, in the database, with its primary key. */
export function makeService(type: ServiceType): Promise<CreatedService> {
  const input = { applicationName: `App ${randomUUID()}`, name: "faces", type };
  return createService(commandLineActor, createServiceInput.parse(input));
}

/** Another key of a service, which may do only that. */
export async function makeKey(serviceId: string, scopes: readonly KeyScope[]): Promise<string> {
  const [id, key] = [randomUUID(), randomUUID()];
  const keyCipher = seal(deriveKey("api-key"), key, id);
  const row = { id, serviceId, name: "other", isPrimary: false, scopes: [...scopes], keyCipher };
  await db().apiKey.create({ data: { ...row, keyPrefix: key.slice(0, 8), keyHash: hashApiKey(key) } });
  return key;
}
