import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { createPipeline } from "@/inference/pipeline/pipeline";
import { readCounts } from "./detection-photos";
import type { Section } from "./section";
import { createStopwatch } from "./stopwatch";
import { shareText } from "./verification-metrics";

/** A face this high, as a share of the picture's longer side, is large: its body fills much of the picture. */
const largeFace = 0.1;

/** Bodies around the large faces of the group photos. */
export const evaluateBodies: Section = async ({ dataDir, modelsDir, sessions }) => {
  const pipeline = await createPipeline({ modelsDir, intraOpThreads: 1 }, sessions);
  const photos = await readCounts(dataDir);
  const stopwatch = createStopwatch();
  let [large, covered, bodies] = [0, 0, 0];
  for (const [file] of photos) {
    const photo = await readPhoto(path.join(dataDir, "group", file));
    const found = await stopwatch.time(() => pipeline.analyze(photo, { features: [], bodies: true }));
    bodies += found.bodies?.length ?? 0;
    for (const { box } of found.faces) {
      if (box.yMax - box.yMin < largeFace * Math.max(photo.width, photo.height)) continue;
      const [x, y] = [(box.xMin + box.xMax) / 2, (box.yMin + box.yMax) / 2];
      large += 1;
      if (found.bodies?.some((body) => body.xMin < x && x < body.xMax && body.yMin < y && y < body.yMax)) covered += 1;
    }
  }
  return [
    { measure: `Large faces of ${photos.length} group photos inside a body's box`, result: shareText(covered, large) },
    { measure: "Bodies found there", result: String(bodies) },
    { measure: "Time for one photo, faces and bodies", result: stopwatch.text() },
  ];
};
