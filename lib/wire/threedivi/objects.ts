import type { Analysis, Edges, FaceAnalysis } from "@/lib/domain/detection/types";
import { schemaError } from "./errors";
import type { Sample } from "./sample";
import { clip, type SampleObject } from "./schema";

/** An object with a box and no class is taken for a face too. */
const isFace = (object: SampleObject) => object.class === "face" || (!object.class && Boolean(object.bbox));

/** Boxes of the faces passed in, in their order. @throws ThreediviError 422 for a face without a box */
export function givenFaces({ objects }: Sample): Edges[] {
  return objects.flatMap((object, at): Edges[] => {
    if (!isFace(object)) return [];
    if (!object.bbox) {
      throw schemaError({ loc: ["body", "objects", at, "bbox"], msg: "field required", type: "value_error.missing" });
    }
    const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = object.bbox.map(clip);
    return [{ xMin, yMin, xMax, yMax }];
  });
}

/** The least id above those passed in. */
function nextId(objects: readonly SampleObject[]): number {
  const ids = objects.map(({ id }) => id).filter((id) => typeof id === "number" && Number.isSafeInteger(id));
  return Math.max(-1, ...(ids as number[])) + 1;
}

/** What was passed in, each face with what was estimated of it; other objects as they came. */
export function mergeFaces({ objects }: Sample, estimates: readonly object[]): object[] {
  const rest = [...estimates];
  return objects.map((object, at) => (isFace(object) ? { id: at, class: "face", ...object, ...rest.shift() } : object));
}

/** What was passed in, and after it what was found. */
export function appendFound({ objects }: Sample, kind: "face" | "body", found: readonly object[]): object[] {
  const first = nextId(objects);
  return [...objects, ...found.map((members, at) => ({ id: first + at, class: kind, ...members }))];
}

type Size = Pick<Analysis, "width" | "height">;

/** Certainty and place of what was found, in shares of the picture's size. */
export function placeOf({ probability, xMin, yMin, xMax, yMax }: FaceAnalysis["box"], { width, height }: Size) {
  return { confidence: probability, bbox: [xMin / width, yMin / height, xMax / width, yMax / height] };
}
