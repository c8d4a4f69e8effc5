import { db } from "@/lib/db/client";

/** All services of the installation with the prefix of their primary key, in order of application and name. */
export function findServices() {
  return db().service.findMany({
    orderBy: [{ application: { name: "asc" } }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      type: true,
      createdAt: true,
      application: { select: { id: true, name: true } },
      apiKeys: { where: { isPrimary: true, revokedAt: null }, select: { keyPrefix: true }, take: 1 },
    },
  });
}
