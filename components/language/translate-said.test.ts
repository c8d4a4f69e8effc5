import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { english } from "./messages/english";
import { german } from "./messages/german";
import { translateSaid } from "./translate-said";

const inGerman = (text: string) => translateSaid({ heard: english.said, said: german.said }, text);

it.each([
  ["must not be empty", "darf nicht leer sein"],
  ["must have at most 50 characters", "darf höchstens 50 Zeichen haben"],
  ["must not contain ; / \\ or control characters", "darf weder ; / \\ noch Steuerzeichen enthalten"],
  ["must be one of a (b), c", "muss eines davon sein: a (b), c"],
  ["must be chosen", "muss gewählt werden"],
  ["An application named {a} is already there.", "Eine Anwendung namens {a} gibt es schon."],
  ["must have at most 50 characters, or not", null],
  ["something else", null],
])("says “%s” as “%s”", (text, translated) => {
  expect(inGerman(text)).toBe(translated);
});

async function readSources(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("language/"),
  );
  return Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
}

/** Complaints that stand as plain literals in forms and in the schemas that forms and server share. */
async function readComplaints(folder: string): Promise<readonly string[]> {
  return (await readSources(folder)).flatMap((source) =>
    [...source.matchAll(/"((?:must|at least) [^"$]+)"/g)].map(([, text = ""]) => text),
  );
}

it("leaves no complaint of a form in English", async () => {
  const complaints = await readComplaints("components");
  expect(complaints).toContain("must not be empty");
  expect(complaints.filter((complaint) => inGerman(complaint) === null)).toEqual([]);
});

it("leaves nothing in English that an import says of a file or of itself", async () => {
  const sentences = (await readSources("lib/domain/jobs")).flatMap((source) =>
    [...source.matchAll(/"([A-Z][a-z]* [^"$]+\.)"/g)].map(([, text = ""]) => text),
  );
  expect(sentences).toContain("The archive holds no files.");
  expect(sentences.filter((sentence) => inGerman(sentence) === null)).toEqual([]);
});
