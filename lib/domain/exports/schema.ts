import { z } from "zod";

/** Names of an exported collection's parts within its zip file. */
export const archiveParts = { manifest: "manifest.json", subjects: "subjects.jsonl", faces: "faces.jsonl" } as const;

export const archiveFormat = "mien-collection";
export const archiveVersion = 1;

/** What the whole says of itself. Later versions of the format may not be readable. */
export const archiveManifest = z.object({
  format: z.literal(archiveFormat),
  version: z.int(),
  createdAt: z.iso.datetime(),
  /** Faces by the networks that made their embeddings. */
  modelTags: z.record(z.string(), z.int().min(0)),
  counts: z.object({ subjects: z.int().min(0), faces: z.int().min(0), images: z.int().min(0) }),
});

export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** A line of the subjects. */
export const archivedSubject = z.object({ name: z.string() });

/** A line of the faces. */
export const archivedFace = z.object({
  /** The face's id, under which clients know it. */
  id: z.uuid(),
  subject: z.string(),
  /** Ids are made of it, and they count from 1970. */
  createdAt: z.iso.datetime().refine((text) => Date.parse(text) >= 0),
  modelTag: z.string(),
  /** Little-endian float32 numbers in base64. */
  embedding: z.base64(),
  /** Names of its pictures in the zip file; null where none was kept. */
  image: z.string().nullable(),
  thumbnail: z.string().nullable(),
});

export type ArchivedFace = z.infer<typeof archivedFace>;

/** Query parameters of an export. */
export const exportInput = z.strictObject({ images: z.stringbool().default(true) });
