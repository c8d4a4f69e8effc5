import { analyzePicture } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import type { AssessRequest } from "./types";

/** Measures every face of a picture, the largest first; maybe none. @throws AppError as `analyzePicture` */
export function assessFaces({ measures, features = [], ...request }: AssessRequest): Promise<Analysis> {
  return analyzePicture({ ...request, features, quality: measures });
}
