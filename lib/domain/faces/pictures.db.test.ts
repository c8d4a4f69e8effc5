import { beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { deleteAllSubjects } from "@/lib/domain/subjects/service";
import { deleteFace, enrolFace, readPicture, readThumbnail } from "./service";
import { countRows, makeCollection, photo, provideEngine } from "./testing/collection";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeEach(() => {
  provideEngine();
});

const secret = "a face that nobody may find";

async function enrolIn(saveImages: boolean) {
  const scope = await makeCollection({ saveImages });
  const { faceId } = await enrolFace({ scope, subject: "Tom", bytes: photo(secret) });
  return { scope, faceId };
}

/** Every table of the database as text, with byte strings as hexadecimal digits. */
async function dump(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const rows = tables.map(({ name }) => db().$queryRawUnsafe<unknown[]>(`SELECT t::text FROM "${name}" t`));
  return JSON.stringify(await Promise.all(rows));
}

it("gives back the picture and its thumbnail where pictures are kept", async () => {
  const { scope, faceId } = await enrolIn(true);
  const picture = await readPicture(scope, faceId);
  expect(picture?.mediaType).toBe("image/png");
  expect(Buffer.from(picture!.bytes).toString()).toBe(`kept ${secret}`);
  const thumbnail = await readThumbnail(scope, faceId);
  expect(thumbnail?.mediaType).toBe("image/jpeg");
  expect(Buffer.from(thumbnail!.bytes).toString()).toBe(`small ${secret}`);
});

it("keeps no byte of it where they are not", async () => {
  const { scope, faceId } = await enrolIn(false);
  expect(await readPicture(scope, faceId)).toBeNull();
  expect(await readThumbnail(scope, faceId)).toBeNull();
  expect(await countRows(scope)).toMatchObject({ faces: 1, images: 0 });
});

it("leaves nothing to be read for who has the database and not the master key", async () => {
  await enrolIn(true);
  const hex = Buffer.from(secret).toString("hex");
  const everything = await dump();
  expect(everything).toContain("image/png");
  expect(everything).not.toContain(hex);
  expect(everything).not.toContain(secret);
});

it("opens no picture under the id of another face, nor the thumbnail as the picture", async () => {
  const { scope, faceId } = await enrolIn(true);
  const { faceId: other } = await enrolFace({ scope, subject: "Ann", bytes: photo("Ann") });
  const { pictureCipher, thumbnailCipher } = await db().faceImage.findUniqueOrThrow({ where: { faceId: other } });
  await db().faceImage.update({ where: { faceId }, data: { pictureCipher } });
  await expect(readPicture(scope, faceId)).rejects.toThrow();
  await db().faceImage.update({ where: { faceId: other }, data: { pictureCipher: thumbnailCipher } });
  await expect(readPicture(scope, other)).rejects.toThrow();
});

it("goes with its face, and with its subject", async () => {
  const { scope, faceId } = await enrolIn(true);
  await enrolFace({ scope, subject: "Ann", bytes: photo("Ann") });
  await deleteFace(scope, faceId);
  expect(await countRows(scope)).toMatchObject({ faces: 1, images: 1 });
  await deleteAllSubjects(scope);
  expect(await db().faceImage.count({ where: { faceId } })).toBe(0);
  expect(await countRows(scope)).toMatchObject({ faces: 0, images: 0 });
});
