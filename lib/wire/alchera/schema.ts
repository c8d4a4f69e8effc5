import { z } from "zod";
import { AlcheraError } from "./errors";

/** More digits than any picture has pixels. */
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Parameters of every operation that looks for faces. Sizes are pixels of the square around a face. */
export const faceQuery = z.object({
  minsize: wholeNumber.default(48).meta({
    description: "Smallest face to answer, in pixels",
    type: "integer",
    minimum: 1,
    default: 48,
  }),
  maxsize: wholeNumber.optional().meta({
    description: "Largest face to answer, in pixels; the picture's size when absent or larger than that",
    type: "integer",
    minimum: 1,
  }),
  detectcount: wholeNumber.default(10).meta({
    description: "Most faces to answer, the largest first",
    type: "integer",
    minimum: 1,
    default: 10,
  }),
});

type FaceQuery = z.infer<typeof faceQuery>;

/**
 * The parameters of an address; of a repeated one the first, unknown ones are ignored.
 *
 * @throws AlcheraError INF-02 for what is no whole number above 0, and for a lower bound above the upper one
 */
export function readFaceQuery({ url }: Request): FaceQuery {
  const { searchParams } = new URL(url);
  const names = Object.keys(faceQuery.shape);
  const given = names.map((name) => [name, searchParams.get(name) ?? undefined]);
  const { data } = faceQuery.safeParse(Object.fromEntries(given));
  if (data === undefined || data.minsize > (data.maxsize ?? data.minsize))
    throw new AlcheraError("invalid_request", "INF-02");
  return data;
}

/** The parameters in the words of the domain. */
export const sizesOf = ({ minsize, maxsize, detectcount }: FaceQuery) => ({
  sideMin: minsize,
  sideMax: maxsize ?? Number.POSITIVE_INFINITY,
  facesMax: detectcount,
});
