import { z } from "zod";
import { encodeMultipart } from "@/bench/load/multipart";

const added = z.object({ image_id: z.string() });
const page = z.object({
  faces: z.array(z.object({ image_id: z.string(), subject: z.string() })),
  total_pages: z.number(),
});
const names = z.object({ subjects: z.array(z.string()) });

const pageSize = 2_000;

interface Face {
  readonly id: string;
  readonly subject: string;
}

export interface CollectionClient {
  /** Adds the picture under the subject, whose name is the idempotency key too. @returns the id, or null when no answer came */
  enrol(subject: string): Promise<string | null>;
  listFaces(): Promise<readonly Face[]>;
  listSubjects(): Promise<readonly string[]>;
  /** Whether the picture of a face comes back. */
  hasPicture(id: string): Promise<boolean>;
}

/** Talks to a recognition service as any client would. */
export function connectCollection(url: string, key: string, picture: Uint8Array): CollectionClient {
  const base = `${url}/api/v1/recognition`;
  const { body, contentType } = encodeMultipart(picture, "face.png");
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${base}${path}`, { ...init, headers: { "x-api-key": key, ...init.headers } });
  const read = async (path: string) => {
    const response = await send(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  };
  return {
    enrol: async (subject) => {
      const headers = { "content-type": contentType, "idempotency-key": subject };
      const response = await send(`/faces?subject=${subject}`, { method: "POST", body, headers }).catch(() => null);
      if (response?.status !== 201) return null;
      const answer = await response.json().catch(() => null);
      return added.safeParse(answer).data?.image_id ?? null;
    },
    listFaces: async () => {
      const faces: Face[] = [];
      for (let at = 0, pages = 1; at < pages; at += 1) {
        const answer = page.parse(await read(`/faces?size=${pageSize}&page=${at}`));
        pages = answer.total_pages;
        faces.push(...answer.faces.map(({ image_id, subject }) => ({ id: image_id, subject })));
      }
      return faces;
    },
    listSubjects: async () => names.parse(await read("/subjects")).subjects,
    hasPicture: async (id) => {
      const response = await send(`/faces/${id}/img`);
      return response.ok && (await response.arrayBuffer()).byteLength > 0;
    },
  };
}
