import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";

/** Each image costs some hundred milliseconds of a core, and all of them stand in memory. */
const imagesMax = 16;

const threshold = (fallback: number, description: string) =>
  z
    .object(
      {
        threshold: z
          .number("must be a number")
          .min(0, "must be a number between 0 and 1")
          .max(1, "must be a number between 0 and 1")
          .default(fallback)
          .meta({ description }),
      },
      "must be an object",
    )
    .prefault({});

const thresholds = z
  .object(
    {
      face_detection: threshold(0.9, "A box counts as a face above this probability"),
      face_occlusion: threshold(0.6, "A feature counts as occluded above this probability"),
      face_iqa: threshold(0.435, "An image is accepted from this score on"),
    },
    "must be an object",
  )
  .prefault({});

/** Unknown members are ignored. */
export const predictInput = z.object({
  images: z
    .array(z.string("must be base64"), "must be a list of images in base64")
    .min(1, "must hold at least one image")
    .max(imagesMax, `must hold at most ${imagesMax} images`)
    .meta({ description: "Images in base64, with or without a data: prefix" }),
  additional_params: thresholds,
});

export type Thresholds = z.output<typeof thresholds>;

/** @throws AppError `invalid_request` naming the first member that is wrong */
export function parsePredictInput(body: unknown): z.output<typeof predictInput> {
  const parsed = predictInput.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") || "The body";
  const text = path === "The body" ? "must be an object" : issue?.message;
  throw new AppError("invalid_request", `${path} ${text}`);
}
