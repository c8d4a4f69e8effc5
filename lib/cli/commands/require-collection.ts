import type { ServiceScope } from "@/lib/auth/service-scope";
import { openAcceptedWork } from "@/lib/domain/api-keys/service";
import { AppError } from "@/lib/errors/app-error";

/** The collection of a recognition service, for who may run commands on this machine. @throws AppError `not_found` */
export async function requireCollection(serviceId: string): Promise<ServiceScope> {
  const scope = await openAcceptedWork(serviceId);
  if (scope?.serviceType === "RECOGNITION") return scope;
  throw new AppError("not_found", "There is no recognition service of this id.");
}
