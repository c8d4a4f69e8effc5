import { cosine } from "@/inference/calibration/cosine";
import { analyzePicture } from "@/lib/domain/detection/service";
import type { AnalysisRequest } from "@/lib/domain/detection/types";
import { embeddingOf } from "@/lib/domain/embeddings/service";
import { AppError } from "@/lib/errors/app-error";
import { rateScoreOf } from "./rate-score";
import { type CompareAlignedRequest, UnalignedPictureError } from "./types";

const sidePx = 112;

/**
 * How alike two aligned faces are, 0..1; 0.6 is the border between one person and two. Both are analysed at the same
 * time; what is wrong with the first is told first.
 *
 * @throws UnalignedPictureError for a picture of another size; AppError `no_face`, otherwise as `analyzePicture`
 */
export async function compareAlignedFaces({ pictures, ...request }: CompareAlignedRequest): Promise<number> {
  const looks = await Promise.allSettled(pictures.map((bytes) => embedAligned({ ...request, bytes })));
  const [first, second] = looks.map((look) => {
    if (look.status === "rejected") throw look.reason;
    return look.value;
  }) as [Float32Array, Float32Array];
  return rateScoreOf(cosine(first, second));
}

async function embedAligned(request: Omit<AnalysisRequest, "features">): Promise<Float32Array> {
  const { width, height, faces } = await analyzePicture({ ...request, features: ["embedding"], alignedPicture: true });
  if (width !== sidePx || height !== sidePx) throw new UnalignedPictureError();
  const [face] = faces;
  if (face === undefined) throw new AppError("no_face", "The picture shows no aligned face.");
  return embeddingOf(face);
}
