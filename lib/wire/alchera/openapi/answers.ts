import { z } from "zod";
import { type ReturnCode, returnCodes } from "@/lib/wire/alchera/return-codes";

const codes = Object.keys(returnCodes) as [ReturnCode];
const pixels = (description: string) => z.number().meta({ description: `${description}, in pixels` });
const share = (description: string) => z.number().min(0).max(1).meta({ description });

const returnMessage = z.strictObject({
  return_code: z.enum(codes).meta({ description: "INF-00 for success", example: "INF-00" }),
  return_msg: z.string().meta({ example: "OK." }),
});

const box = z
  .strictObject({ x: pixels("Left edge"), y: pixels("Upper edge"), width: pixels("Side"), height: pixels("Side") })
  .meta({ description: "Square around the landmarks; it may reach beyond the picture" });

const point = z.strictObject({ x: z.number(), y: z.number() });

const face = z.strictObject({
  box,
  landmark: z.strictObject({
    lm_points: z
      .array(point)
      .length(106)
      .meta({ description: "Outline, brows, nose, eyes, lips, pupils; left is the left of the picture" }),
  }),
  pose: z
    .strictObject({ yaw: z.number(), pitch: z.number(), roll: z.number() })
    .meta({ description: "Degrees; positive to the right of the picture, up, clockwise" }),
});

const alignedFace = z.strictObject({
  box,
  image_height: z.literal(112),
  image_width: z.literal(112),
  image_channel: z.literal(3),
  image_data: z.base64().meta({ description: "112 x 112 RGB pixels, row by row, no picture file" }),
});

const count = z.int().min(0).meta({ description: "Number of faces" });
const return_msg = returnMessage;

/** Shapes of all answers of success. The golden files of the contract tests are checked against them. */
export const answers = {
  faces: z.strictObject({ count, faces: z.array(face), return_msg }),
  alignedfaces: z.strictObject({ count, aligned_faces: z.array(alignedFace), return_msg }),
  similarity: z.strictObject({
    similarity: share("0.6 where one in a thousand strangers is taken for one"),
    return_msg,
  }),
  multiframe: z.strictObject({ confidence: share("The nearer to 1 the likelier a living face"), return_msg }),
  version: z.strictObject({
    api_version: z.string(),
    face_sdk_version: z.string(),
    liveness_mode: z.enum(["SINGLE", "MULTI"]),
    return_msg,
  }),
} as const;

/** Every failure. */
export const failure = z.strictObject({ return_msg });
