import type { ServiceScope } from "@/lib/auth/service-scope";
import { readPicture, readThumbnail } from "@/lib/domain/faces/service";
import { listSubjects } from "@/lib/domain/subjects/service";
import { openEmbedding } from "@/lib/search/sealed-embedding";
import { type FaceRow, findFaceRows, findPictureRows, type PictureRow } from "./data";
import { type ArchivedFace, type ArchiveManifest, archiveFormat, archiveParts, archiveVersion } from "./schema";

interface ArchiveEntry {
  readonly name: string;
  readonly input: string | Uint8Array<ArrayBuffer> | AsyncIterable<string>;
  readonly lastModified: Date;
}

const extensions: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" };

const imageName = ({ id, mediaType }: PictureRow) => `images/${id}.${extensions[mediaType] ?? "bin"}`;
const thumbnailName = ({ id }: { readonly id: string }) => `thumbnails/${id}.jpg`;

/** What goes into the file, in this order. The manifest comes last, since it counts what went before. */
export async function* archiveEntries(scope: ServiceScope, withImages: boolean): AsyncGenerator<ArchiveEntry> {
  const createdAt = new Date();
  const counts = { subjects: 0, faces: 0, images: 0 };
  const modelTags: Record<string, number> = {};
  const entry = (name: string, input: ArchiveEntry["input"]) => ({ name, input, lastModified: createdAt });
  yield entry(archiveParts.subjects, subjectLines(scope, counts));
  yield entry(archiveParts.faces, faceLines(scope, withImages, { counts, modelTags }));
  if (withImages) {
    for await (const { name, bytes } of pictures(scope, counts)) yield entry(name, Uint8Array.from(bytes));
  }
  const format = { format: archiveFormat, version: archiveVersion } as const;
  const manifest: ArchiveManifest = { ...format, createdAt: createdAt.toISOString(), modelTags, counts };
  yield entry(archiveParts.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
}

interface Tally {
  readonly counts: { subjects: number; faces: number; images: number };
  readonly modelTags: Record<string, number>;
}

async function* subjectLines(scope: ServiceScope, counts: Tally["counts"]): AsyncGenerator<string> {
  for (const name of await listSubjects(scope)) {
    counts.subjects += 1;
    yield `${JSON.stringify({ name })}\n`;
  }
}

async function* faceLines(scope: ServiceScope, withImages: boolean, { counts, modelTags }: Tally) {
  for await (const rows of batches((after) => findFaceRows(scope.serviceId, after))) {
    counts.faces += rows.length;
    for (const { modelTag } of rows) modelTags[modelTag] = (modelTags[modelTag] ?? 0) + 1;
    yield rows.map((row) => `${JSON.stringify(archivedFaceOf(row, withImages))}\n`).join("");
  }
}

function archivedFaceOf({ embeddingCipher, mediaType, createdAt, ...row }: FaceRow, withImages: boolean): ArchivedFace {
  const hasImage = withImages && mediaType !== null;
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    embedding: littleEndian(openEmbedding(row.id, embeddingCipher)).toString("base64"),
    image: hasImage ? imageName({ id: row.id, mediaType }) : null,
    thumbnail: hasImage ? thumbnailName(row) : null,
  };
}

function littleEndian(numbers: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeFloatLE(number, 4 * at);
  return bytes;
}

async function* pictures(scope: ServiceScope, counts: Tally["counts"]) {
  for await (const rows of batches((after) => findPictureRows(scope.serviceId, after))) {
    for (const row of rows) {
      const [picture, thumbnail] = [await readPicture(scope, row.id), await readThumbnail(scope, row.id)];
      // Removed since the list was read.
      if (picture === null || thumbnail === null) continue;
      counts.images += 1;
      yield { name: imageName(row), bytes: picture.bytes };
      yield { name: thumbnailName(row), bytes: thumbnail.bytes };
    }
  }
}

async function* batches<Row extends { readonly id: string }>(find: (after?: string) => Promise<Row[]>) {
  for (let rows = await find(); rows.length > 0; rows = await find(rows.at(-1)?.id)) yield rows;
}
