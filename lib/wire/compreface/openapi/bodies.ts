import { z } from "zod";

const file = (description: string) => z.string().meta({ format: "binary", description });
const base64 = z.string().meta({ description: "The picture in base64, without a data: prefix" });
const numbers = z.array(z.number()).meta({ description: "As the plugin calculator gives them" });
const picture = "jpeg, jpg, ico, png, bmp, gif, tif, tiff or webp";

export interface Body {
  readonly form?: z.ZodType;
  /** Absent where only a form is taken. */
  readonly json?: z.ZodType;
}

/** What comes in the bodies of requests. */
export const bodies = {
  picture: { form: z.object({ file: file(picture) }), json: z.object({ file: base64 }) },
  pair: {
    form: z.object({
      source_image: file(`Holds one face; ${picture}`),
      target_image: file(`Each of its faces is compared; ${picture}`),
    }),
    json: z.object({ source_image: base64, target_image: base64 }),
  },
  archive: {
    form: z.object({
      file: file("A zip file: a folder of pictures for each subject, pictures with a table, or an exported collection"),
      csv: file(
        "A table with the columns file and subject, in UTF-8; may be subjects.csv within the zip file",
      ).optional(),
    }),
  },
  subject: { json: z.object({ subject: z.string().min(1).max(50).meta({ example: "Tom" }) }) },
  ids: { json: z.array(z.uuid()) },
  embeddings: { json: z.object({ embeddings: z.array(numbers).min(1).max(100) }) },
  embeddingPair: { json: z.object({ source: numbers, targets: z.array(numbers).min(1).max(100) }) },
} as const satisfies Record<string, Body>;
