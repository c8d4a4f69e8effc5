import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { runningModelTag } from "@/lib/domain/embeddings/service";
import { adoptFace, enrolFace } from "@/lib/domain/faces/service";
import type { AlsoStore } from "@/lib/domain/faces/types";
import { requireCallableName } from "@/lib/domain/subjects/service";
import { AppError } from "@/lib/errors/app-error";
import { waitForFreeWorker } from "./gentle-pace";
import { importLimits } from "./import-limits";
import type { ImportItem } from "./import-plan";
import type { ZipEntry } from "./zip-entry";
import { readEntry, type ZipArchive } from "./zip-file";

export interface Adding {
  readonly scope: ServiceScope;
  readonly zip: ZipArchive;
  readonly signal: AbortSignal;
  /** Notes the piece as done in the transaction that stores its face. */
  readonly also: AlsoStore;
}

const timesMax = 5;
const passing: ReadonlySet<string> = new Set(["busy", "unavailable", "timeout"]);

/** Adds one face, in several attempts where the server is busy. @throws AppError for what cannot be added */
export async function addItem(item: ImportItem, adding: Adding): Promise<void> {
  for (let times = 1; ; times += 1) {
    try {
      return await addOnce(item, adding);
    } catch (error) {
      adding.signal.throwIfAborted();
      if (!(error instanceof AppError) || !passing.has(error.code) || times === timesMax) throw error;
      await sleep(1000 * (error.retryAfterS ?? 1), undefined, { signal: adding.signal });
    }
  }
}

async function addOnce(item: ImportItem, adding: Adding): Promise<void> {
  if (item.kind === "refused") throw new AppError("invalid_request", item.problem);
  requireCallableName(item.subject);
  const { pictureBytesMax, keptPictureBytesMax } = importLimits();
  if (item.kind === "picture") return addPicture(item, item.entry, pictureBytesMax, adding);
  const { face, image } = item;
  if (face.modelTag === runningModelTag()) return addFace(item, adding);
  if (image !== undefined) return addPicture(item, image, keptPictureBytesMax, adding);
  throw new AppError("invalid_request", "Other networks made its embedding, and no picture came with it.");
}

async function addPicture(
  { subject }: ImportItem,
  entry: ZipEntry,
  bytesMax: number,
  { scope, zip, signal, also }: Adding,
): Promise<void> {
  const bytes = await readEntry(zip, entry, bytesMax);
  await waitForFreeWorker(signal);
  await enrolFace({ scope, bytes, subject, also, signal });
}

type FaceItem = Extract<ImportItem, { kind: "face" }>;

async function addFace({ face, subject, image, thumbnail }: FaceItem, { scope, zip, signal, also }: Adding) {
  const { keptPictureBytesMax } = importLimits();
  const pictures = scope.settings.saveImages &&
    image && {
      picture: await readEntry(zip, image, keptPictureBytesMax),
      thumbnail: await readEntry(zip, thumbnail ?? image, keptPictureBytesMax),
    };
  if (pictures) await waitForFreeWorker(signal);
  await adoptFace({
    scope,
    subject,
    faceId: face.id,
    createdAt: new Date(face.createdAt),
    embedding: numbersOf(Buffer.from(face.embedding, "base64")),
    modelTag: face.modelTag,
    pictures: pictures || undefined,
    also,
    signal,
  });
}

function numbersOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(4 * at));
}
