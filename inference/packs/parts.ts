import { randomUUID } from "node:crypto";
import { copyFile, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Of parts that nobody wrote to for so long, the download has ended: one that falls silent is given up much earlier. */
const abandonedMs = 120_000;

interface Part {
  readonly file: string;
  readonly bytes: number;
  readonly writtenMs: number;
}

/**
 * A name for what one download of `target` receives. No two downloads write to one file, in this process or in another
 * one that shares the folder: bytes of two would mix, and no lock holds over the network folders of two machines.
 */
export function namePart(target: string): string {
  return `${target}.${randomUUID()}.part`;
}

/**
 * Puts at `part` what is there already of a file of `bytesMax` bytes: the most that any download received which broke
 * off, was killed or still goes on. Parts of downloads that were killed are cleared away.
 */
export async function beginPart(part: string, target: string, bytesMax: number): Promise<void> {
  const parts = await findParts(target);
  const [longest] = parts.filter(({ bytes }) => bytes <= bytesMax).sort((left, right) => right.bytes - left.bytes);
  // A copy: whoever wrote the other one may live and write on.
  if (longest) await copyFile(longest.file, part).catch(ignoreMissing);
  const beforeMs = Date.now() - abandonedMs;
  for (const { file, writtenMs } of parts) if (writtenMs < beforeMs) await rm(file, { force: true });
}

/** Leaves what a download received for the next one. */
export async function keepPart(part: string, target: string): Promise<void> {
  await rename(part, `${target}.part`).catch(ignoreMissing);
}

/** Gives a whole part its name, and does nothing when another download has cleared it away. */
export async function finishPart(part: string, target: string): Promise<void> {
  await rename(part, target).catch(ignoreMissing);
}

/** Clears away all that was received of a file, by downloads that go on too: they find the file there, or fail. */
export async function dropParts(target: string): Promise<void> {
  for (const { file } of await findParts(target)) await rm(file, { force: true });
}

async function findParts(target: string): Promise<readonly Part[]> {
  const folder = path.dirname(target);
  const start = `${path.basename(target)}.`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(start) && name.endsWith(".part"));
  const parts = await Promise.all(names.map((name) => lookAt(path.join(folder, name))));
  return parts.filter((part) => part !== undefined);
}

async function lookAt(file: string): Promise<Part | undefined> {
  const found = await stat(file).catch(ignoreMissing);
  return found && { file, bytes: found.size, writtenMs: found.mtimeMs };
}

/** Another download may clear a part away at any moment. */
function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
