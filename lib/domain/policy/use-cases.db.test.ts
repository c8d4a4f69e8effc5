import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import {
  addApiKey,
  listApiKeys,
  openTrial,
  revealApiKey,
  revokeApiKey,
  rotateApiKey,
} from "@/lib/domain/api-keys/service";
import { readApplication, removeApplication, renameApplication } from "@/lib/domain/applications/service";
import { listApplicationAuditEvents } from "@/lib/domain/audit-log/service";
import { replaceEncryption, revealEncryption } from "@/lib/domain/client-encryption/service";
import { openCollection } from "@/lib/domain/collections/service";
import { inviteMemberInput } from "@/lib/domain/members/schema";
import {
  changeMemberRole,
  inviteMember,
  leaveApplication,
  listMembers,
  removeMember,
  revokeInvitation,
} from "@/lib/domain/members/service";
import {
  addService,
  changeService,
  cloneService,
  listApplicationServices,
  readService,
  removeService,
} from "@/lib/domain/services/service";
import { readStatistics } from "@/lib/domain/statistics/service";
import { createSubject, listSubjects } from "@/lib/domain/subjects/service";
import { permissions } from "./permissions";
import { type Company, makeCompany, makeMember, outcomeOf, trailOf } from "./testing/company";
import { type ApplicationAction, type Caller, type Standing, standings } from "./types";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const everything = { search: "", page: 0, size: 20 } as const;
const stranger = inviteMemberInput.parse({ email: "stranger@example.org", role: "USER" });

/** Only those have an encryption. */
async function makeQualityService(serviceId: string): Promise<void> {
  await db().service.updateMany({ where: { id: serviceId }, data: { type: "QUALITY" } });
}

type Attempt = (actor: Caller, company: Company) => Promise<unknown>;

/** One use case for every action within an application, with input that succeeds where the role allows it. */
const attempts = {
  "application.read": (actor, { applicationId }) => readApplication({ actor, applicationId }),
  "application.rename": (actor, { applicationId }) => renameApplication({ actor, applicationId, name: randomUUID() }),
  "application.delete": (actor, { applicationId, name }) => removeApplication({ actor, applicationId, name }),
  "application.leave": (actor, { applicationId }) => leaveApplication({ actor, applicationId }),
  "application.audit": (actor, { applicationId }) =>
    listApplicationAuditEvents(actor, { applicationId, page: 0, size: 20 }),
  "member.list": (actor, { applicationId }) => listMembers({ actor, applicationId }),
  "member.invite": (actor, { applicationId }) => inviteMember({ actor, applicationId, ...stranger }),
  "member.change_role": async (actor, { applicationId }) => {
    const { userId } = await makeMember(applicationId, "USER");
    return changeMemberRole({ actor, applicationId, userId, role: "ADMINISTRATOR" });
  },
  "member.remove": async (actor, { applicationId }) => {
    const { userId } = await makeMember(applicationId, "USER");
    return removeMember({ actor, applicationId, userId });
  },
  "invitation.revoke": (actor, { applicationId, invitationId }) =>
    revokeInvitation({ actor, applicationId, invitationId }),
  "service.list": (actor, { applicationId }) => listApplicationServices({ actor, applicationId, ...everything }),
  "service.create": (actor, { applicationId }) => addService({ actor, applicationId, name: "new", type: "LIVENESS" }),
  "service.read": (actor, { serviceId }) => readService({ actor, serviceId }),
  "service.try": (actor, { serviceId }) => openTrial({ actor, serviceId }),
  "service.update": (actor, { serviceId }) => changeService({ actor, serviceId, settings: { openBaseUrl: true } }),
  "service.clone": (actor, { serviceId }) => cloneService({ actor, serviceId, name: "copy" }),
  "service.delete": (actor, { serviceId }) => removeService({ actor, serviceId, name: "faces" }),
  "service.reveal_encryption": async (actor, { serviceId }) => {
    await makeQualityService(serviceId);
    return revealEncryption({ actor, serviceId });
  },
  "service.replace_encryption": async (actor, { serviceId }) => {
    await makeQualityService(serviceId);
    return replaceEncryption({ actor, serviceId });
  },
  "statistics.read": (actor, { serviceId }) => readStatistics({ actor, serviceId, by: "hour" }),
  "collection.read": async (actor, { serviceId }) =>
    listSubjects(await openCollection({ actor, action: "collection.read", serviceId })),
  "collection.change": async (actor, { serviceId }) =>
    createSubject(await openCollection({ actor, action: "collection.change", serviceId }), randomUUID()),
  "api_key.list": (actor, { serviceId }) => listApiKeys({ actor, serviceId }),
  "api_key.create": (actor, { serviceId }) => addApiKey({ actor, serviceId, name: "new", scopes: ["read"] }),
  "api_key.reveal": (actor, { keyId }) => revealApiKey({ actor, keyId }),
  "api_key.rotate": (actor, { keyId }) => rotateApiKey({ actor, keyId, graceMinutes: 0 }),
  "api_key.revoke": (actor, { keyId }) => revokeApiKey({ actor, keyId }),
} as const satisfies Record<ApplicationAction, Attempt>;

const actions = Object.keys(attempts) as ApplicationAction[];
const readOnly: readonly ApplicationAction[] = [
  "application.read",
  "application.audit",
  "member.list",
  "service.list",
  "service.read",
  "service.try",
  "statistics.read",
  "collection.read",
  "api_key.list",
];

/** What the trail calls what was done, where that is more precise than what was allowed. */
const doneAs: Partial<Record<ApplicationAction, string>> = { "collection.change": "subject.create" };

/** Beyond the table: who is no member cannot leave, and the owner must transfer first. */
function expectedOutcome(action: ApplicationAction, standing: Standing): string {
  const permitted: readonly Standing[] = permissions[action];
  if (!permitted.includes(standing)) return standing === "OUTSIDER" ? "not_found" : "forbidden";
  if (action !== "application.leave") return "allowed";
  const outcomes: Partial<Record<Standing, string>> = {
    GLOBAL_OWNER: "not_found",
    GLOBAL_ADMINISTRATOR: "not_found",
    APPLICATION_OWNER: "forbidden",
  };
  return outcomes[standing] ?? "allowed";
}

let company: Company;
beforeEach(async () => {
  company = await makeCompany();
});

describe.each(actions)("%s", (action) => {
  it.each(standings)("answers %s as the table says, and the trail tells of it", async (standing) => {
    const caller = company.callers[standing];
    const before = await trailOf(caller);
    const outcome = await outcomeOf(attempts[action](caller, company));
    expect(outcome).toBe(expectedOutcome(action, standing));
    const added = (await trailOf(caller)).slice(before.length);
    const isDenied = outcome === "forbidden" || standing === "OUTSIDER";
    if (isDenied) expect(added).toEqual([`${action} denied`]);
    else if (outcome === "allowed" && !readOnly.includes(action))
      expect(added).toContain(`${doneAs[action] ?? action} success`);
    else expect(added).toEqual([]);
  });

  it("tells the members of another application nothing, not even that it is there", async () => {
    const other = await makeCompany();
    const missing = { ...other, applicationId: randomUUID(), serviceId: randomUUID(), keyId: randomUUID() };
    const actor = company.callers.APPLICATION_OWNER;
    const foreignError = await attempts[action](actor, other).catch((error: unknown) => error);
    expect(foreignError).toMatchObject({ code: "not_found" });
    // The attempts at members make one first, for which the missing application would have to be there.
    if (action === "member.change_role" || action === "member.remove") return;
    const trail = await trailOf(actor);
    const missingError = await attempts[action](actor, missing).catch((error: unknown) => error);
    expect(missingError).toMatchObject({ code: "not_found", message: (foreignError as Error).message });
    expect(trail).toContain(`${action} denied`);
    expect(await trailOf(actor)).toEqual(trail);
  });
});

it("keeps a trail that nobody can shorten or rewrite", async () => {
  const trail = () => db().auditEvent.findMany({ orderBy: { id: "asc" } });
  const before = await trail();
  expect(before.length).toBeGreaterThan(0);
  await expect(db().auditEvent.deleteMany()).rejects.toThrow();
  await expect(db().auditEvent.updateMany({ data: { result: "denied" } })).rejects.toThrow();
  expect(await trail()).toEqual(before);
});

it("names who was denied what, and from where, in the trail", async () => {
  const actor = company.callers.APPLICATION_USER;
  await outcomeOf(removeService({ actor, serviceId: company.serviceId, name: "faces" }));
  expect(await db().auditEvent.findFirst({ where: { actorUserId: actor.userId } })).toMatchObject({
    actorLabel: actor.email,
    action: "service.delete",
    objectType: "service",
    objectId: company.serviceId,
    result: "denied",
    ip: "192.0.2.1",
  });
});
