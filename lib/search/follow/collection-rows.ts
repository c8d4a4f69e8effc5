import type { Pool, PoolClient } from "pg";
import type { CollectionChangeKind } from "@/lib/db/generated/client";
import { idBeforeAll } from "@/lib/db/row-id";

const changesPerRead = 500;
const facesPerRead = 1_000;

export interface FaceRow {
  readonly id: string;
  readonly subjectId: string;
  readonly modelTag: string;
  readonly embeddingCipher: Buffer;
}

/** A change; `embeddingCipher` and `modelTag` are those of an added face that is still there. */
export interface ChangeRow {
  /** A decimal number. */
  readonly version: string;
  readonly kind: CollectionChangeKind;
  readonly faceId: string | null;
  readonly subjectId: string | null;
  readonly otherSubjectId: string | null;
  readonly modelTag: string | null;
  readonly embeddingCipher: Buffer | null;
}

/** The version of a collection; null when there is none, as for a service without a face ever or one that is deleted. */
export async function readVersion(pool: Pool | PoolClient, serviceId: string): Promise<bigint | null> {
  const text = 'SELECT "version" FROM "Collection" WHERE "serviceId" = $1';
  const { rows } = await pool.query<{ version: string }>({ name: "collection-version", text, values: [serviceId] });
  return rows[0] === undefined ? null : BigInt(rows[0].version);
}

/** Those of the collections that exist, with their versions. */
export async function readVersions(pool: Pool, serviceIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const text = 'SELECT "serviceId", "version" FROM "Collection" WHERE "serviceId" = ANY($1::uuid[])';
  const { rows } = await pool.query<{ serviceId: string; version: string }>(text, [serviceIds]);
  return new Map(rows.map(({ serviceId, version }) => [serviceId, BigInt(version)]));
}

/** Every collection there is, the one with the latest change first. */
export async function readServiceIds(pool: Pool): Promise<string[]> {
  const latest = 'SELECT max("at") FROM "CollectionChange" c WHERE c."serviceId" = o."serviceId"';
  const text = `SELECT "serviceId" FROM "Collection" o ORDER BY (${latest}) DESC NULLS LAST, "serviceId"`;
  const { rows } = await pool.query<{ serviceId: string }>(text);
  return rows.map(({ serviceId }) => serviceId);
}

/** The next changes after a version, in their order, to `target` at most; some at a time. */
export async function readChanges(pool: Pool, serviceId: string, after: bigint, target: bigint): Promise<ChangeRow[]> {
  const text = `SELECT c."version", c."kind", c."faceId", c."subjectId", c."otherSubjectId", f."modelTag", f."embeddingCipher"
    FROM "CollectionChange" c LEFT JOIN "Face" f ON f."id" = c."faceId" AND c."kind" = 'FACE_ADDED'
    WHERE c."serviceId" = $1 AND c."version" > $2 AND c."version" <= $3 ORDER BY c."version" LIMIT ${changesPerRead}`;
  const values = [serviceId, String(after), String(target)];
  return (await pool.query<ChangeRow>({ name: "collection-changes", text, values })).rows;
}

/** Calls `take` with all faces of a collection, some at a time in the order of their ids. */
export async function readFaces(
  client: PoolClient,
  serviceId: string,
  take: (faces: readonly FaceRow[]) => void,
): Promise<void> {
  let next = readFacesAfter(client, serviceId, idBeforeAll);
  for (;;) {
    const faces = await next;
    const last = faces.at(-1);
    if (last === undefined) return;
    // The database looks for the next ones while these are decrypted.
    next = readFacesAfter(client, serviceId, last.id);
    try {
      take(faces);
    } catch (error) {
      await next.catch(() => undefined);
      throw error;
    }
  }
}

async function readFacesAfter(client: PoolClient, serviceId: string, after: string): Promise<FaceRow[]> {
  const text = `SELECT "id", "subjectId", "modelTag", "embeddingCipher" FROM "Face"
    WHERE "serviceId" = $1 AND "id" > $2 ORDER BY "id" LIMIT ${facesPerRead}`;
  return (await client.query<FaceRow>({ name: "faces-after", text, values: [serviceId, after] })).rows;
}

/** Runs `work` on one unchanging view of the database. */
export async function withSnapshot<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // Closed rather than rolled back: the connection may be what failed.
    client.release(true);
    throw error;
  }
}
