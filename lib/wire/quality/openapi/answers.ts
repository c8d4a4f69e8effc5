import { z } from "zod";
import { allMeasures } from "@/lib/domain/quality/service";
import { qualityProfiles } from "@/lib/domain/quality/types";

const score = (description: string) => z.int().min(0).max(100).meta({ description });
const measureName = z.enum([...allMeasures]);

const measure = z.strictObject({
  value: z.number().meta({ description: "In the unit of the measure" }),
  score: score("More is better"),
  scoreMin: score("The least that the profile asks for, where it asks for any").optional(),
  passed: z.boolean().optional(),
});

const reason = z.strictObject({
  measure: measureName,
  score: score("More is better"),
  scoreMin: score("The least that the profile asks for"),
  problem: z.string().meta({ example: "The face is turned to the side." }),
  advice: z.string().meta({ example: "Turn the face towards the camera." }),
});

const face = z.strictObject({
  box: z.strictObject({
    xMin: z.int(),
    yMin: z.int(),
    xMax: z.int(),
    yMax: z.int(),
    probability: z.number().min(0).max(1),
  }),
  passed: z.boolean(),
  score: score("How well the face will be recognised: the unified score"),
  measures: z.record(measureName, measure),
  reasons: z.array(reason).meta({ description: "What the face lacks; empty for one that passed" }),
});

export const assessment = z.strictObject({
  profile: z.enum(qualityProfiles.map((name) => name.toLowerCase()) as [string]),
  passed: z.boolean().meta({ description: "Whether the largest face passed" }),
  width: z.int().meta({ description: "Of the upright picture in pixels" }),
  height: z.int(),
  faces: z.array(face).min(1).meta({ description: "The largest first" }),
});
