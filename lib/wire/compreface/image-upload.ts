import { z } from "zod";
import { decodeBase64 } from "@/lib/http/body/base64";
import type { UploadedFile } from "@/lib/http/body/form-collector";
import { readFormOrJson } from "@/lib/http/body/read-form-or-json";
import { uploadLimits } from "@/lib/http/upload-limits";
import { emptyMember, missingPart, notBase64, unavailableExtension } from "./catalogue";
import { collectParameters } from "./parameters";

/** Endings that a file name may have; what the file really is, its content decides. */
const extensions: ReadonlySet<string> = new Set(["tif", "tiff", "jpg", "jpeg", "png", "bmp", "ico", "gif", "webp"]);

/** Pictures of an operation: the name of the part or member, and what the vendor's error text calls the member. */
type PictureNames = Readonly<Record<string, string>>;

export const pictureNames = {
  file: { file: "content" },
  pair: { source_image: "sourceImageBase64", target_image: "targetImageBase64" },
} as const satisfies Record<string, PictureNames>;

interface Upload<Names extends PictureNames> {
  readonly pictures: Readonly<Record<keyof Names, Uint8Array>>;
  /** From the query string and, for a form, its text parts. */
  readonly parameters: Record<string, string>;
}

/** Unknown members are ignored: one client library sends an extra one. */
const members = z.record(z.string(), z.unknown());

/**
 * Reads the pictures of a request, sent as parts of a form or as base64 in members of JSON.
 *
 * @throws ComprefaceError for a missing, empty or wrongly named picture; AppError for a body that cannot be read
 */
export function readPictures<Names extends PictureNames>(request: Request, names: Names): Promise<Upload<Names>> {
  return readFormOrJson(request, {
    form: ({ files, fields }) => ({
      pictures: mapNames(names, (name) => {
        const file = files.get(name);
        if (file === undefined) throw missingPart(name);
        requireImageName(file);
        return file.bytes;
      }),
      parameters: collectParameters(request.url, fields),
    }),
    json: (body) => {
      const known = members.safeParse(body).data;
      const pictures = mapNames(names, (name, vendorField) => {
        const text = known?.[name];
        if (typeof text !== "string" || text === "") throw emptyMember(vendorField);
        return decodeBase64(text, uploadLimits().fileBytesMax, notBase64);
      });
      return { pictures, parameters: collectParameters(request.url) };
    },
  });
}

function requireImageName({ filename = "" }: UploadedFile): void {
  const extension = /\.([^.]*)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
  if (!extensions.has(extension)) throw unavailableExtension(filename);
}

function mapNames<Names extends PictureNames>(
  names: Names,
  read: (name: string, vendorField: string) => Uint8Array,
): Record<keyof Names, Uint8Array> {
  const entries = Object.entries(names).map(([name, vendorField]) => [name, read(name, vendorField)]);
  return Object.fromEntries(entries) as Record<keyof Names, Uint8Array>;
}
