import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { type QualityLimits, qualityGates, qualityProfiles } from "@/lib/domain/quality/types";
import {
  decisionPolicies,
  livenessChecks,
  responseFormats,
  type ServiceType,
  saveImagesChoices,
  serviceTypes,
} from "@/lib/domain/services/types";
import { accepted, api, nothing } from "./api";
import { type ListState, listOf, listQuery, pageOf } from "./page-of";

const summary = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(serviceTypes),
  createdAt: z.string(),
  /** First characters of the primary key. */
  keyPrefix: z.nullable(z.string()),
  lastUsedAt: z.nullable(z.string()),
});
export type ServiceSummary = z.infer<typeof summary>;

const foundService = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(serviceTypes),
  application: z.object({ id: z.string(), name: z.string() }),
});

// Which measures there are is the server's business, and their list is long.
const qualityLimits = z.pipe(
  z.record(z.string(), z.number()),
  z.transform((limits) => limits as QualityLimits),
);

const settings = z.object({
  responseFormat: z.enum(responseFormats),
  detectionProbabilityMin: z.nullable(z.number()),
  decisionPolicy: z.enum(decisionPolicies),
  similarityMin: z.nullable(z.number()),
  saveImages: z.enum(saveImagesChoices),
  livenessCheck: z.enum(livenessChecks),
  qualityGate: z.enum(qualityGates),
  qualityProfile: z.enum(qualityProfiles),
  customQualityLimits: z.nullable(qualityLimits),
  openBaseUrl: z.boolean(),
  allowedOrigins: z.array(z.string()),
});
type ServiceSettings = z.infer<typeof settings>;

const service = z.object({
  id: z.string(),
  applicationId: z.string(),
  name: z.string(),
  type: z.enum(serviceTypes),
  createdAt: z.string(),
  settings,
});
export type Service = z.infer<typeof service>;

const createdService = z.object({ id: z.string(), name: z.string(), type: z.enum(serviceTypes), key: z.string() });
export type CreatedService = z.infer<typeof createdService>;

const root = "/api/admin/services";

export const serviceQueries = {
  all: ["services"] as const,
  list: (applicationId: string) =>
    queryOptions({
      queryKey: [...serviceQueries.all, "list", applicationId] as const,
      queryFn: ({ signal }) =>
        api(`/api/admin/applications/${applicationId}/services?size=100`, { schema: listOf(summary), signal }),
    }),
  /** Out of all applications that the reader may see. */
  search: (state: ListState) =>
    queryOptions({
      queryKey: [...serviceQueries.all, "search", state] as const,
      queryFn: ({ signal }) => api(`${root}?${listQuery(state)}`, { schema: pageOf(foundService), signal }),
      placeholderData: keepPreviousData,
    }),
  one: (serviceId: string) =>
    queryOptions({
      queryKey: [...serviceQueries.all, "one", serviceId] as const,
      queryFn: ({ signal }) => api(`${root}/${serviceId}`, { schema: service, signal }),
    }),
};

interface CreateServiceInput {
  readonly applicationId: string;
  readonly name: string;
  readonly type: ServiceType;
}

export const createService = ({ applicationId, ...body }: CreateServiceInput) =>
  api(`/api/admin/applications/${applicationId}/services`, { schema: createdService, method: "POST", body });

interface ServiceChange {
  readonly id: string;
  readonly name?: string;
  readonly settings?: ServiceSettings;
}

export const changeService = ({ id, ...body }: ServiceChange) =>
  api(`${root}/${id}`, { schema: accepted, method: "PATCH", body });

export const cloneService = ({ id, name }: { readonly id: string; readonly name: string }) =>
  api(`${root}/${id}/clone`, { schema: z.object({ id: z.string() }), method: "POST", body: { name } });

export const deleteService = ({ id, name }: { readonly id: string; readonly name: string }) =>
  api(`${root}/${id}`, { schema: nothing, method: "DELETE", body: { name } });
