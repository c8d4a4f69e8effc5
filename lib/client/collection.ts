import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import type { SubjectOrder } from "@/lib/domain/subjects/types";
import { accepted, api, nothing } from "./api";
import { listOf, pageOf } from "./page-of";

const subject = z.object({ id: z.string(), name: z.string() });
const subjectItem = z.extend(subject, {
  faceCount: z.number(),
  createdAt: z.string(),
  thumbnailFaceId: z.nullable(z.string()),
});
export type SubjectItem = z.infer<typeof subjectItem>;

const subjectPage = z.extend(pageOf(subjectItem), { keepsPictures: z.boolean() });

const face = z.object({
  id: z.string(),
  createdAt: z.string(),
  quality: z.nullable(z.number()),
  modelTag: z.string(),
  hasPicture: z.boolean(),
});
export type FaceItem = z.infer<typeof face>;
const facesPart = z.object({ items: z.array(face), total: z.number(), next: z.nullable(z.string()) });

const mark = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("weak") }),
  z.object({ kind: z.literal("outlier"), similarity: z.number() }),
  z.object({ kind: z.literal("duplicate"), similarity: z.number(), subject }),
]);
export type FaceMark = z.infer<typeof mark>;
const markedFace = z.object({ faceId: z.string(), marks: z.array(mark) });

export interface SubjectsShown {
  readonly search: string;
  readonly sort: SubjectOrder;
}

/** Rows of one answer. */
export const subjectsPerPage = 100;

const root = (serviceId: string) => `/api/admin/services/${serviceId}`;

export const collectionQueries = {
  all: (serviceId: string) => ["collection", serviceId] as const,
  subjects: (serviceId: string, { search, sort }: SubjectsShown, page: number) =>
    queryOptions({
      queryKey: [...collectionQueries.all(serviceId), "subjects", search, sort, page] as const,
      queryFn: ({ signal }) => {
        const query = new URLSearchParams({ search, sort, page: String(page), size: String(subjectsPerPage) });
        return api(`${root(serviceId)}/subjects?${query}`, { schema: subjectPage, signal });
      },
    }),
  subject: (serviceId: string, subjectId: string) =>
    queryOptions({
      queryKey: [...collectionQueries.all(serviceId), "subject", subjectId] as const,
      queryFn: ({ signal }) => api(`${root(serviceId)}/subjects/${subjectId}`, { schema: subjectItem, signal }),
    }),
  faces: (serviceId: string, subjectId: string) =>
    infiniteQueryOptions({
      queryKey: [...collectionQueries.all(serviceId), "faces", subjectId] as const,
      queryFn: ({ signal, pageParam }) => {
        const query = pageParam === null ? "" : `?after=${pageParam}`;
        return api(`${root(serviceId)}/subjects/${subjectId}/faces${query}`, { schema: facesPart, signal });
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  marks: (serviceId: string, subjectId: string, ids: readonly string[]) =>
    queryOptions({
      queryKey: [...collectionQueries.all(serviceId), "marks", subjectId, ids] as const,
      queryFn: ({ signal }) =>
        api(`${root(serviceId)}/subjects/${subjectId}/face-marks`, {
          ...{ schema: listOf(markedFace), method: "POST", body: { ids }, signal },
        }),
    }),
};

export const thumbnailUrl = (serviceId: string, faceId: string) => `${root(serviceId)}/faces/${faceId}/thumbnail`;
export const pictureUrl = (serviceId: string, faceId: string) => `${root(serviceId)}/faces/${faceId}/picture`;
export const uploadUrl = (serviceId: string, subjectId: string) => `${root(serviceId)}/subjects/${subjectId}/faces`;

export const createSubject = ({ serviceId, name }: { readonly serviceId: string; readonly name: string }) =>
  api(`${root(serviceId)}/subjects`, { schema: subject, method: "POST", body: { name } });

interface NewName {
  readonly serviceId: string;
  readonly subjectId: string;
  readonly name: string;
  /** Whether the faces may go to another subject that has the name. */
  readonly merge: boolean;
}

export const renameSubject = ({ serviceId, subjectId, ...body }: NewName) =>
  api(`${root(serviceId)}/subjects/${subjectId}`, { schema: subject, method: "PATCH", body });

export const deleteSubject = ({ serviceId, subjectId }: { readonly serviceId: string; readonly subjectId: string }) =>
  api(`${root(serviceId)}/subjects/${subjectId}`, { schema: nothing, method: "DELETE" });

/** What one request may name. */
const facesPerChange = 200;

const inParts = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / facesPerChange) }, (_, part) =>
    ids.slice(part * facesPerChange, (part + 1) * facesPerChange),
  );

interface FacesChange {
  readonly serviceId: string;
  readonly ids: readonly string[];
}

export async function moveFaces({ serviceId, ids, subjectId }: FacesChange & { readonly subjectId: string }) {
  for (const part of inParts(ids)) {
    const body = { ids: part, subjectId };
    await api(`${root(serviceId)}/faces`, { schema: accepted, method: "PATCH", body });
  }
}

/** Goes on when the page is left meanwhile. */
export async function deleteFaces({ serviceId, ids }: FacesChange) {
  const url = `${root(serviceId)}/faces`;
  const sent = inParts(ids).map((part) =>
    api(url, { schema: accepted, method: "DELETE", body: { ids: part }, keepalive: true }),
  );
  await Promise.all(sent);
}
