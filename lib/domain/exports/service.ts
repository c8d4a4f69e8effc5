import { makeZip } from "client-zip";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { requireKeyScope } from "@/lib/domain/collections/service";
import { archiveEntries } from "./archive-entries";

interface ExportRequest {
  readonly scope: ServiceScope;
  /** Whether kept pictures go along. */
  readonly withImages: boolean;
  /** Who asks, where it is neither a key nor somebody signed in. */
  readonly actor?: Actor;
}

/**
 * A collection as a zip file: subjects, faces with their embeddings, and kept pictures. It is made while it is taken, so
 * that nothing of it lies on the disk; what is added or removed meanwhile may or may not be in it. The trail tells of it.
 *
 * @throws AppError `forbidden`
 */
export async function exportCollection({
  scope,
  withImages,
  actor,
}: ExportRequest): Promise<AsyncIterable<Uint8Array>> {
  requireKeyScope(scope, "read");
  const { serviceId, person, keyId } = scope;
  const exporter = actor ?? person ?? { userId: null, label: `API key ${keyId}`, ip: null };
  const entry = { action: "collection.export", objectType: "service", objectId: serviceId, result: "success" } as const;
  await db().$transaction((tx) => recordAuditEvents(tx, [{ actor: exporter, ...entry }]));
  // The types of the browser leave out that its streams can be walked through.
  return makeZip(archiveEntries(scope, withImages)) as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;
}
