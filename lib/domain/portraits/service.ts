import { analyzePicture } from "@/lib/domain/detection/service";
import type { PortraitRequest, Portraits } from "./types";
import { portraitMeasures, portraitOf } from "./utils";

/** Judges every face of a picture as a portrait; maybe none. @throws AppError as `analyzePicture` */
export async function assessPortraits({ features = [], ...request }: PortraitRequest): Promise<Portraits> {
  const wishes = { ...request, features: [...new Set([...features, "mask" as const])], quality: portraitMeasures };
  const analysis = await analyzePicture(wishes);
  return { analysis, portraits: analysis.faces.map(portraitOf) };
}
