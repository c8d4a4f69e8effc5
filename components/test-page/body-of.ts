import type { TestOperation } from "./operations";
import type { Picture } from "./picture";

/** Bytes that are turned into letters at a time: a call has room for so many arguments. */
const chunkBytes = 0x8000;

/** The file in base64. */
async function encode(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return btoa(text);
}

/** The pictures in the kind of body that an operation takes. */
export async function bodyOf({ body, pictures: parts, series }: TestOperation, pictures: readonly Picture[]) {
  const files = pictures.map(({ file }) => file);
  const [first] = files;
  if (first === undefined) throw new Error("a picture is missing");
  if (body === "file") return first;
  if (body === "images") return JSON.stringify({ images: await Promise.all(files.map(encode)) });
  const form = new FormData();
  if (series !== undefined && files.length > 1) {
    for (const file of files) form.append(series.name, file, file.name);
    return form;
  }
  for (const [at, { name }] of parts.entries()) {
    const file = files[at] ?? first;
    form.set(name, file, file.name);
  }
  return form;
}
