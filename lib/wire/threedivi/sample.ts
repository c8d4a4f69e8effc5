import { AppError } from "@/lib/errors/app-error";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { uploadLimits } from "@/lib/http/upload-limits";
import { decodeText } from "./base64";
import { schemaError } from "./errors";
import { readSampleBody, requireContentType } from "./read-body";
import { imageSample, parseSample, type SampleObject } from "./schema";

/** Of a picture's file, as the vendor documents it: 4.7 MB. */
const pictureBytesMax = 4_700_000;

/** Where a sample's picture was, for what is said of it. */
type PicturePlace = "$image" | "image";

/** A picture and what is known of it. */
export interface Sample {
  readonly bytes: Uint8Array;
  readonly place: PicturePlace;
  /** Members of the answer beside the objects. */
  readonly rest: Readonly<Record<string, unknown>>;
  /** What was passed in, without empty objects: those stand for nothing known. */
  readonly objects: readonly SampleObject[];
}

const fileBytesMax = () => Math.min(pictureBytesMax, uploadLimits().fileBytesMax);

const wrongPicture = (msg: string) => schemaError({ loc: ["body", "$image"], msg, type: "value_error" });

function decodePicture(text: string): Uint8Array {
  const bytes = decodeText(text, fileBytesMax(), () => wrongPicture("value is not valid base64"));
  if (bytes.length === 0) throw wrongPicture("the picture is empty");
  return bytes;
}

/** Reads a sample in JSON. @throws ThreediviError 422; AppError for a body or picture that is too large */
export async function readSample(request: Request): Promise<Sample> {
  const { objects, ...rest } = parseSample(imageSample, await readSampleBody(request));
  const known = (objects ?? []).filter((object) => Object.keys(object).length > 0);
  return { bytes: decodePicture(rest.$image), place: "$image", rest, objects: known };
}

/** Reads a picture sent as the file `image` of a form. @throws as `readSample` */
export async function readUpload(request: Request): Promise<Sample> {
  requireContentType(request, "multipart/form-data");
  const { files } = await readMultipart(request, { ...uploadLimits(), fileBytesMax: fileBytesMax() });
  const file = files.get("image");
  if (file === undefined) {
    throw schemaError({ loc: ["body", "image"], msg: "field required", type: "value_error.missing" });
  }
  // Before the bytes move to a worker. The answer can be sent on to another service as it is.
  const rest = { $image: Buffer.from(file.bytes).toString("base64") };
  return { bytes: file.bytes, place: "image", rest, objects: [] };
}

/** Runs a use case on a sample's picture; a picture that cannot be read is told as a problem of the request's form. */
export async function withPicture<T>({ place }: Sample, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError) || !["image_unsupported", "image_unreadable"].includes(error.code)) throw error;
    const msg = error.code === "image_unsupported" ? "This image format is not supported" : error.message;
    throw schemaError({ loc: ["body", place], msg, type: "value_error" });
  }
}
