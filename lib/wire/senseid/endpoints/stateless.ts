import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { decryptPicture } from "@/lib/domain/client-encryption/service";
import { requireRoom } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import { assessFaces } from "@/lib/domain/quality/service";
import { AppError } from "@/lib/errors/app-error";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { uploadLimits } from "@/lib/http/upload-limits";
import { wirePath } from "@/lib/http/wire-path";
import { decodeLoosely } from "@/lib/wire/senseid/base64";
import { SenseidError } from "@/lib/wire/senseid/errors";
import { readPicture, type SentPicture } from "@/lib/wire/senseid/picture-text";
import { measures, serializeFaces } from "@/lib/wire/senseid/serialize";
import { senseid } from "@/lib/wire/senseid/wire";

const pattern = "/quality/face/stateless";

/** Of a photo, in bytes and pixels. The vendor has such limits and does not publish them. */
const photo = { bytesMax: 5 * 1024 * 1024, sideMinPx: 128, sideMaxPx: 6000 } as const;

type Scope = Parameters<typeof assessFaces>[0]["scope"];

function requireLength(bytes: Uint8Array): Uint8Array {
  if (bytes.length > Math.min(photo.bytesMax, uploadLimits().fileBytesMax)) {
    throw new SenseidError("invalid content length");
  }
  return bytes;
}

/** The bytes of the photo. @throws SenseidError for what is too long, no base64 or not encrypted with the service's key */
async function openPicture(scope: Scope, { field, content }: SentPicture): Promise<Uint8Array> {
  const bytes = typeof content === "string" ? decodeLoosely(content, photo.bytesMax) : content;
  if (field === "image") return requireLength(bytes);
  return requireLength(await decryptPicture({ scope, bytes }));
}

function requireSize({ width, height }: Analysis): void {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (shorter < photo.sideMinPx || longer > photo.sideMaxPx) throw new SenseidError("invalid image size");
}

/** Measures the quality of every face of a photo. */
export const statelessHandlers = wirePath(senseid, pattern, {
  POST: route(senseid, {
    pattern,
    authenticate: serviceKey({ types: ["QUALITY"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: async ({ request, actor, requestId }) => ({
      bytes: await openPicture(actor, await readPicture(request)),
      requestId,
    }),
    run: async ({ bytes }, { actor: scope, signal }) => {
      const analysis = await assessFaces({ scope, bytes, features: ["pose"], measures, signal });
      requireSize(analysis);
      if (analysis.faces.length > 0) return analysis;
      throw new AppError("no_face", "The image contains no face above the detection threshold.");
    },
    serialize: (analysis, { requestId }) => serializeFaces(analysis, requestId),
    facts: analysisFacts,
  }),
});
