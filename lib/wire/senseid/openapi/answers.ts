import { z } from "zod";

const pixel = z.int().meta({ description: "Pixels from the upper left corner" });
const degrees = (description: string) => z.number().meta({ description });
const share = (description: string) => z.number().min(0).max(1).meta({ description });

const face = z.strictObject({
  rect: z.strictObject({ left: pixel, top: pixel, right: pixel, bottom: pixel }),
  pose: z.strictObject({
    yaw: degrees("Degrees, positive towards the right of the picture"),
    pitch: degrees("Degrees, positive upwards"),
    roll: degrees("Degrees, positive clockwise"),
  }),
  occlusion: z
    .strictObject({
      left_eye: share("Not hidden"),
      right_eye: share("Not hidden"),
      nose: share("Not hidden"),
      mouth: share("Not hidden"),
      total: share("All features, weighted by their areas"),
    })
    .meta({ description: "Left and right as seen in the picture" }),
  distance2center: share("1 = in the middle of the picture"),
  size: share("Of the picture"),
  brightness: z.number().min(-1).max(1),
  sharpness: share("More is sharper"),
  mouth_open: share("More is more closed"),
  integrity: share("Of the face, inside the picture"),
});

/** Every answer of 200. */
export const measurement = z.strictObject({
  code: z.literal(1000),
  faces: z.array(face).meta({ description: "The largest first" }),
  request_id: z.string(),
});

export const failure = z.strictObject({ code: z.int(), message: z.string(), request_id: z.string() });
