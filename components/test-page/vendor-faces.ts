import { z } from "zod/mini";
import type { Face } from "./answer";

interface Size {
  readonly width: number;
  readonly height: number;
}

const box = z.object({ xMin: z.number(), yMin: z.number(), xMax: z.number(), yMax: z.number() });
const measure = z.object({ score: z.number(), scoreMin: z.optional(z.number()), passed: z.optional(z.boolean()) });

const assessed = z.object({
  faces: z.array(
    z.object({
      box: z.extend(box, { probability: z.number() }),
      passed: z.boolean(),
      score: z.number(),
      measures: z.record(z.string(), measure),
      reasons: z.array(z.object({ measure: z.string(), problem: z.string(), advice: z.string() })),
    }),
  ),
});

/** Mien's own quality check. */
function readAssessed(body: unknown): Face[] | undefined {
  return assessed.safeParse(body).data?.faces.map(({ box: at, ...quality }) => ({
    box: { x_min: at.xMin, y_min: at.yMin, x_max: at.xMax, y_max: at.yMax, probability: at.probability },
    quality,
  }));
}

const alchera = z.object({
  faces: z.array(z.object({ box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }) })),
});

function readAlchera(body: unknown): Face[] | undefined {
  return alchera.safeParse(body).data?.faces.map(({ box: { x, y, width, height } }) => ({
    box: { x_min: x, y_min: y, x_max: x + width, y_max: y + height },
  }));
}

const senseid = z.object({
  faces: z.array(
    z.object({ rect: z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }) }),
  ),
});

function readSenseid(body: unknown): Face[] | undefined {
  return senseid.safeParse(body).data?.faces.map(({ rect: { left, top, right, bottom } }) => ({
    box: { x_min: left, y_min: top, x_max: right, y_max: bottom },
  }));
}

const threedivi = z.object({
  objects: z.array(
    z.object({
      confidence: z.optional(z.number()),
      // Where the only face of a picture is judged, the answer tells no place: the picture is the face's.
      bbox: z._default(z.tuple([z.number(), z.number(), z.number(), z.number()]), [0, 0, 1, 1]),
      liveness: z.optional(z.object({ confidence: z.number(), value: z.enum(["REAL", "FAKE"]) })),
    }),
  ),
});

/** Its boxes are parts of the picture's size. */
function readThreedivi(body: unknown, { width, height }: Size): Face[] | undefined {
  return threedivi.safeParse(body).data?.objects.map(({ confidence, liveness, bbox: [left, top, right, bottom] }) => ({
    ...(liveness && { liveness: { probability: liveness.confidence }, isLive: liveness.value === "REAL" }),
    box: {
      probability: confidence,
      x_min: left * width,
      y_min: top * height,
      x_max: right * width,
      y_max: bottom * height,
    },
  }));
}

/** The faces of an answer in another shape than CompreFace's; none where the answer tells no places. */
export function vendorFacesOf(body: unknown, size: Size): readonly Face[] {
  return readAssessed(body) ?? readAlchera(body) ?? readSenseid(body) ?? readThreedivi(body, size) ?? [];
}
