import { z } from "zod";

const share = (description: string) => z.number().min(0).max(1).meta({ description });
const score = z.int().min(0).max(100);

const known = { id: z.int().min(0), class: z.enum(["face", "body"]) } as const;
const place = {
  confidence: share("How likely it is what its class says"),
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .meta({ description: "Left, top, right and bottom edge as shares of the picture's width and height" }),
} as const;
/** Faces that were passed in bring what they have. */
const givenPlace = { confidence: place.confidence.optional(), bbox: place.bbox.optional() };

const point = z.tuple([z.number(), z.number()]);
const emotion = z.enum(["ANGRY", "DISGUSTED", "SCARED", "HAPPY", "NEUTRAL", "SAD", "SURPRISED"]);

const fitter = z.strictObject({
  fitter_type: z.literal("fda"),
  keypoints: z
    .array(z.number())
    .length(63)
    .meta({ description: "21 points in pixels: x, y and 0 of each; left as seen in the picture comes first" }),
  left_eye: point,
  right_eye: point,
});

const angles = z
  .strictObject({ yaw: z.number(), roll: z.number(), pitch: z.number() })
  .meta({ description: "Degrees, 0 for a frontal face; to the right of the picture, clockwise and up are positive" });

const qaa = z.strictObject({
  totalScore: score,
  isSharp: z.boolean(),
  sharpnessScore: score,
  isEvenlyIlluminated: z.boolean(),
  illuminationScore: score,
  noFlare: z.boolean(),
  isLeftEyeOpened: z.boolean(),
  leftEyeOpennessScore: score,
  isRightEyeOpened: z.boolean(),
  rightEyeOpennessScore: score,
  isRotationAcceptable: z.boolean(),
  maxRotationDeviation: z.int().min(0).max(180).meta({ description: "Degrees, 10 at most are acceptable" }),
  notMasked: z.boolean(),
  notMaskedScore: score,
  isNeutralEmotion: z.boolean(),
  neutralEmotionScore: score,
  isEyesDistanceAcceptable: z.boolean(),
  eyesDistance: z.int().min(0).meta({ description: "Pixels, 60 are acceptable" }),
  isMarginsAcceptable: z.boolean(),
  marginOuterDeviation: z.int().min(0).meta({ description: "Pixels of room that are missing around the head" }),
  marginInnerDeviation: z.int().min(0).meta({ description: "Pixels of the head that are missing" }),
  isNotNoisy: z.boolean(),
  noiseScore: score.meta({ description: "Higher is cleaner" }),
  watermarkScore: score.meta({ description: "Higher is worse" }),
  hasWatermark: z.boolean(),
  dynamicRangeScore: z.int().min(0).max(255).meta({ description: "128 are acceptable" }),
  isDynamicRangeAcceptable: z.boolean(),
  backgroundUniformityScore: score,
  isBackgroundUniform: z.boolean(),
});

/** What the services tell of one object; members that were passed in come back beside it. */
const objects = {
  body: z.looseObject({ ...known, ...place }),
  gender: z.looseObject({ ...known, gender: z.enum(["MALE", "FEMALE"]) }),
  age: z.looseObject({ ...known, age: z.string().regex(/^\d+$/).meta({ description: "Years", example: "25" }) }),
  emotion: z.looseObject({
    ...known,
    emotions: z.array(z.strictObject({ confidence: share("All seven add up to 1"), emotion })).length(7),
  }),
  mask: z.looseObject({
    ...known,
    mask: z.strictObject({ confidence: share("Of a mask, whatever the value"), value: z.boolean() }),
  }),
  fitter: z.looseObject({ ...known, ...givenPlace, fitter, angles }),
  liveness: z.looseObject({
    ...known,
    ...givenPlace,
    liveness: z
      .strictObject({ confidence: share("That the face is real, whatever the value"), value: z.enum(["REAL", "FAKE"]) })
      .optional(),
  }),
  template: z.looseObject({
    ...known,
    ...givenPlace,
    $template: z.string().meta({ description: "Base64; names the networks that made it" }),
    template_size: z.int().min(1).meta({ description: "Numbers of four bytes" }),
  }),
  quality: z.looseObject({ ...known, ...givenPlace, quality: z.strictObject({ qaa }) }),
} as const;

const withPicture = <T extends z.ZodType>(object: T) => z.looseObject({ $image: z.string(), objects: z.array(object) });

const verification = z.strictObject({
  distance: z.int().min(0).max(16_000),
  fa_r: share("How often two different people come out this near, measured"),
  fr_r: share("How often photos of one person come out farther, measured"),
  score: share("1 for one and the same template; 0.85 where some two in ten million strangers pass"),
});

/** Answers of success by service. The golden files of the contract tests are checked against them. */
export const answers = {
  body: withPicture(objects.body),
  gender: withPicture(objects.gender),
  age: withPicture(objects.age),
  emotion: withPicture(objects.emotion),
  mask: withPicture(objects.mask),
  fitter: withPicture(objects.fitter),
  liveness: withPicture(objects.liveness),
  template: withPicture(objects.template),
  quality: withPicture(objects.quality),
  verification: z.looseObject({ objects: z.array(z.looseObject({})), verification }),
} as const;

const problem = z.strictObject({
  loc: z.array(z.union([z.string(), z.int()])),
  msg: z.string(),
  type: z.string(),
});

/** Every failure. */
export const failure = z.strictObject({
  detail: z.union([z.string(), z.array(problem)]).meta({ description: "A list for 422, a text for all others" }),
});
