import type { Prisma } from "@/lib/db/generated/client";
import type { ServiceType } from "./types";

export interface NewService {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly encryptionKeyCipher?: Uint8Array<ArrayBuffer>;
  readonly encryptionIvCipher?: Uint8Array<ArrayBuffer>;
}

/** False when the application has a service of that name, in whatever case. */
export async function insertService(tx: Prisma.TransactionClient, service: NewService): Promise<boolean> {
  const { count } = await tx.service.createMany({ data: { ...service }, skipDuplicates: true });
  return count === 1;
}
