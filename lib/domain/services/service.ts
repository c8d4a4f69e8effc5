import { randomUUID } from "node:crypto";
import { seal } from "@/lib/auth/sealed-text";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import { addPrimaryKey } from "@/lib/domain/api-keys/service";
import { ensureApplication } from "@/lib/domain/applications/service";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { findServices } from "./data";
import { insertService } from "./mutations";
import type { CreateServiceInput } from "./schema";
import type { CreatedService, ServiceSummary } from "./types";

function sealEncryption(id: string, { encryptionKey, encryptionIv }: CreateServiceInput) {
  if (encryptionKey === undefined || encryptionIv === undefined) return {};
  const masterKey = deriveKey("service-encryption");
  return {
    encryptionKeyCipher: seal(masterKey, encryptionKey, `${id} key`),
    encryptionIvCipher: seal(masterKey, encryptionIv, `${id} iv`),
  };
}

/**
 * Makes a service, its primary key and, where there is none of that name, its application; all of them or nothing.
 *
 * @throws AppError `conflict` when the application has a service of that name or the API key is in use
 */
export function createService(actor: Actor, input: CreateServiceInput): Promise<CreatedService> {
  return db().$transaction(async (tx) => {
    const application = await ensureApplication(tx, actor, input.applicationName);
    const service = { id: randomUUID(), name: input.name, type: input.type };
    const row = { ...service, applicationId: application.id, ...sealEncryption(service.id, input) };
    if (!(await insertService(tx, row))) {
      throw new AppError("conflict", `${application.name} has a service named ${input.name} already.`);
    }
    const object = { objectType: "service", objectId: service.id } as const;
    await recordAuditEvents(tx, [{ actor, action: "service.create", ...object, result: "success" }]);
    const apiKey = await addPrimaryKey(tx, actor, { serviceId: service.id, key: input.apiKey });
    return { ...service, applicationId: application.id, applicationName: application.name, apiKey };
  });
}

/** Every service of the installation, without its key. */
export async function listServices(): Promise<ServiceSummary[]> {
  const services = await findServices();
  return services.map(({ id, name, type, application, apiKeys, createdAt }) => ({
    id,
    name,
    type,
    applicationId: application.id,
    applicationName: application.name,
    maskedApiKey: apiKeys[0] ? `${apiKeys[0].keyPrefix}…` : null,
    createdAt: createdAt.toISOString(),
  }));
}
