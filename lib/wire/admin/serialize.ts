import type { ApiKeyItem } from "@/lib/domain/api-keys/types";
import type { ApplicationItem, Page } from "@/lib/domain/applications/types";
import type { AuditEvent } from "@/lib/domain/audit-log/types";
import type { Member, MemberList, PendingInvitation } from "@/lib/domain/members/types";
import type { Enrolment, RecoveryCodes, SignInMethods } from "@/lib/domain/second-factor/types";
import type { FoundService, Service, ServiceItem } from "@/lib/domain/services/types";
import type { SessionItem } from "@/lib/domain/sessions/types";
import type { StatisticsPeriod } from "@/lib/domain/statistics/types";
import type { ListedUser, User, UserItem } from "@/lib/domain/users/types";

/** Field by field everywhere: a column more in the database must not become a member more in an answer. */

export const dateOrNull = (date: Date | null) => date?.toISOString() ?? null;

export function serializePage<Item>(serializeItem: (item: Item) => unknown) {
  return ({ items, total, page, size }: Page<Item>) => ({ items: items.map(serializeItem), total, page, size });
}

export function serializeList<Item>(serializeItem: (item: Item) => unknown) {
  return (items: readonly Item[]) => ({ items: items.map(serializeItem) });
}

export function serializeApplication({ id, name, role, owner, serviceCount, createdAt }: ApplicationItem) {
  const shownOwner = owner && { id: owner.id, firstName: owner.firstName, lastName: owner.lastName };
  return { id, name, role, owner: shownOwner, serviceCount, createdAt: createdAt.toISOString() };
}

export function serializeServiceItem({ id, name, type, createdAt, keyPrefix, lastUsedAt }: ServiceItem) {
  return { id, name, type, createdAt: createdAt.toISOString(), keyPrefix, lastUsedAt: dateOrNull(lastUsedAt) };
}

export function serializeFoundService({ id, name, type, application }: FoundService) {
  return { id, name, type, application: { id: application.id, name: application.name } };
}

export function serializeService({ id, applicationId, name, type, createdAt, settings }: Service) {
  const { responseFormat, detectionProbabilityMin, decisionPolicy, similarityMin } = settings;
  const { saveImages, livenessCheck, qualityGate, qualityProfile, customQualityLimits, openBaseUrl, allowedOrigins } =
    settings;
  return {
    id,
    applicationId,
    name,
    type,
    createdAt: createdAt.toISOString(),
    settings: {
      responseFormat,
      detectionProbabilityMin,
      decisionPolicy,
      similarityMin,
      saveImages,
      livenessCheck,
      qualityGate,
      qualityProfile,
      customQualityLimits,
      openBaseUrl,
      allowedOrigins,
    },
  };
}

export function serializeKey({ id, name, isPrimary, prefix, scopes, ...times }: ApiKeyItem) {
  return {
    id,
    name,
    isPrimary,
    prefix,
    scopes,
    createdAt: times.createdAt.toISOString(),
    lastUsedAt: dateOrNull(times.lastUsedAt),
    expiresAt: dateOrNull(times.expiresAt),
    revokedAt: dateOrNull(times.revokedAt),
  };
}

/** The one answer in which a new key stands. */
export function serializeCreatedKey(created: ApiKeyItem & { readonly key: string }) {
  return { ...serializeKey(created), key: created.key };
}

export function serializeMember({ userId, email, firstName, lastName, role }: Member) {
  return { userId, email, firstName, lastName, role };
}

export function serializeMembers({ items, invitations }: MemberList) {
  return { items: items.map(serializeMember), invitations: invitations.map(serializeInvitation) };
}

function serializeInvitation({ id, email, role, expiresAt }: PendingInvitation) {
  return { id, email, role, expiresAt: expiresAt.toISOString() };
}

export function serializeSession({ id, createdAt, lastSeenAt, ip, userAgent, isCurrent }: SessionItem) {
  return { id, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), ip, userAgent, isCurrent };
}

export function serializePerson({ id, email, firstName, lastName, globalRole }: User) {
  return { id, email, firstName, lastName, globalRole };
}

export function serializeUser(user: UserItem) {
  return { ...serializePerson(user), status: user.status, createdAt: user.createdAt.toISOString() };
}

export function serializeSignInMethods({ hasPassword, secondFactor }: SignInMethods) {
  const shown = secondFactor && {
    enabledAt: secondFactor.enabledAt.toISOString(),
    recoveryCodesLeft: secondFactor.recoveryCodesLeft,
  };
  return { hasPassword, secondFactor: shown };
}

export const serializeEnrolment = ({ secret, uri }: Enrolment) => ({ secret, uri });

export const serializeRecoveryCodes = ({ recoveryCodes }: RecoveryCodes) => ({ recoveryCodes });

export function serializeListedUser(user: ListedUser) {
  return { ...serializeUser(user), hasSecondFactor: user.hasSecondFactor };
}

export function serializePeriod({ at, requests, errors, p50Ms, p95Ms }: StatisticsPeriod) {
  return { at: at.toISOString(), requests, errors, p50Ms, p95Ms };
}

/** `userId` is null for who was not signed in, as on the command line. */
export function serializeAuditEvent({ id, at, action, result, applicationId, ip, ...event }: AuditEvent) {
  const actor = { userId: event.actorUserId, label: event.actorLabel };
  const object = { type: event.objectType, id: event.objectId };
  return { id, at: at.toISOString(), actor, action, object, applicationId, result, ip };
}

/** Columns of the trail as a table, and an event's cells in their order. */
export const auditColumns = [
  "id",
  "at",
  "actorUserId",
  "actor",
  "action",
  "objectType",
  "objectId",
  "applicationId",
  "result",
  "ip",
] as const;

export function auditCells({ id, at, actorUserId, actorLabel, action, ...event }: AuditEvent) {
  const { objectType, objectId, applicationId, result, ip } = event;
  return [id, at.toISOString(), actorUserId, actorLabel, action, objectType, objectId, applicationId, result, ip];
}
