import { config } from "@/lib/config/env";
import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { checkLiveness } from "@/lib/domain/liveness/service";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { uploadLimits } from "@/lib/http/upload-limits";
import { wirePath } from "@/lib/http/wire-path";
import { failingAs } from "@/lib/wire/alchera/engine-failure";
import { AlcheraError } from "@/lib/wire/alchera/errors";
import { readFormFiles } from "@/lib/wire/alchera/form-files";
import { readFrames } from "@/lib/wire/alchera/frames-archive";
import { serializeConfidence } from "@/lib/wire/alchera/serialize";
import { alchera } from "@/lib/wire/alchera/wire";

const pattern = "/liveness/multiframe";
const archiveBytesMax = 20 * 1024 * 1024;

async function readArchive(request: Request): Promise<Uint8Array[]> {
  if (config().livenessMode === "SINGLE") throw new AlcheraError("forbidden", "INF-25");
  const { fileBytesMax, requestBytesMax } = uploadLimits();
  const { images } = await readFormFiles(request, ["images"], Math.min(archiveBytesMax, requestBytesMax));
  return readFrames(images, fileBytesMax);
}

/** Judges whether four pictures of one moment show one living person. */
export const multiFrameLivenessHandlers = wirePath(alchera, pattern, {
  POST: route(alchera, {
    pattern,
    authenticate: serviceKey({ types: ["LIVENESS"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: async ({ request }) => ({ pictures: await readArchive(request) }),
    run: ({ pictures }, { actor: scope, signal }) =>
      failingAs("INF-19", () => checkLiveness({ scope, pictures, signal })),
    serialize: serializeConfidence,
  }),
});
