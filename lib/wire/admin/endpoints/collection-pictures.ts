import { openCollection } from "@/lib/domain/collections/service";
import { readPicture, readThumbnail } from "@/lib/domain/faces/service";
import type { KeptPicture } from "@/lib/domain/faces/types";
import { AppError } from "@/lib/errors/app-error";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId } from "@/lib/wire/admin/read";
import { adminPath, type Operation, operation } from "@/lib/wire/admin/wire";

/** No script of a picture's own ever runs, wherever a browser shows it. */
const headers = { "content-security-policy": "default-src 'none'; sandbox" } as const;

const answerWith = (read: typeof readPicture): Operation =>
  operation({
    authenticate: signedIn,
    read: ({ params }) => ({ serviceId: readId(params, "serviceId"), faceId: readId(params, "faceId") }),
    run: async ({ serviceId, faceId }, { actor }): Promise<KeptPicture> => {
      const picture = await read(await openCollection({ actor, action: "collection.read", serviceId }), faceId);
      if (picture === null) throw new AppError("not_found", "The object does not exist.");
      return picture;
    },
    serialize: ({ bytes, mediaType }) =>
      new Response(Uint8Array.from(bytes), { headers: { ...headers, "content-type": mediaType } }),
  });

const face = "/api/admin/services/{serviceId}/faces/{faceId}";

/** The picture that a face was found in, where it was kept. */
export const pictureHandlers = adminPath(`${face}/picture`, { GET: answerWith(readPicture) });

/** The face alone, small. */
export const thumbnailHandlers = adminPath(`${face}/thumbnail`, { GET: answerWith(readThumbnail) });
