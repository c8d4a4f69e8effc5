import { Prisma } from "@/lib/db/generated/client";
import type { ServiceType, StoredSettings } from "./types";

/** Settings to be written; those that are absent stay as they are, or as the database begins them. */
type SettingsChange = { readonly [Name in keyof StoredSettings]?: StoredSettings[Name] | undefined };

export interface NewService {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly settings?: StoredSettings;
  readonly encryptionKeyCipher?: Uint8Array<ArrayBuffer>;
  readonly encryptionIvCipher?: Uint8Array<ArrayBuffer>;
}

// Prisma takes undefined for "leave it" at run time, but not in these types.
function columnsOf({ allowedOrigins, customQualityLimits: limits, ...plain }: SettingsChange) {
  const customQualityLimits = limits === null ? Prisma.DbNull : limits;
  const given = { ...plain, customQualityLimits, allowedOrigins: allowedOrigins && [...allowedOrigins] };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** False when the application has a service of that name, in whatever case. */
export async function insertService(tx: Prisma.TransactionClient, service: NewService): Promise<boolean> {
  const { settings = {}, ...row } = service;
  const { count } = await tx.service.createMany({ data: { ...row, ...columnsOf(settings) }, skipDuplicates: true });
  return count === 1;
}

export async function updateService(
  tx: Prisma.TransactionClient,
  id: string,
  { name, settings = {} }: { readonly name?: string | undefined; readonly settings?: SettingsChange | undefined },
): Promise<void> {
  const data = { ...(name === undefined ? {} : { name }), ...columnsOf(settings) };
  await tx.service.update({ where: { id }, data, select: { id: true } });
}

/** With its keys and its statistics. */
export async function deleteService(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.service.delete({ where: { id }, select: { id: true } });
}
