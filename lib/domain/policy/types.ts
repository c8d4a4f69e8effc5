import type { AdminActor } from "@/lib/auth/actor";

/** Who is signed in, and the address that the request came from where it is known. */
export type Caller = AdminActor & { readonly ip?: string | null };

/**
 * What somebody is towards an application, the strongest first. The global roles outrank membership; OUTSIDER is a
 * global user without membership, and every global user where no application is concerned.
 */
export const standings = [
  "GLOBAL_OWNER",
  "GLOBAL_ADMINISTRATOR",
  "APPLICATION_OWNER",
  "APPLICATION_ADMINISTRATOR",
  "APPLICATION_USER",
  "OUTSIDER",
] as const;
export type Standing = (typeof standings)[number];

/** Actions that concern no single application. */
type InstallationAction =
  | "account.read"
  | "account.update"
  | "account.change_password"
  | "account.delete"
  | "session.list"
  | "session.end"
  | "user.list"
  | "user.update"
  | "user.delete"
  | "user.reset_second_factor"
  | "audit.list"
  | "audit.export"
  | "model_pack.list"
  | "model_pack.choose"
  | "model_pack.move"
  | "server.read"
  | "application.list"
  | "application.create";

/** Actions within one application. */
export type ApplicationAction =
  | "application.read"
  | "application.rename"
  | "application.delete"
  | "application.leave"
  | "application.audit"
  | "member.list"
  | "member.invite"
  | "member.change_role"
  | "member.remove"
  | "invitation.revoke"
  | "service.list"
  | "service.create"
  | "service.read"
  | "service.try"
  | "service.update"
  | "service.clone"
  | "service.delete"
  | "service.reveal_encryption"
  | "service.replace_encryption"
  | "statistics.read"
  | "collection.read"
  | "collection.change"
  | "api_key.list"
  | "api_key.create"
  | "api_key.reveal"
  | "api_key.rotate"
  | "api_key.revoke";

export type Action = InstallationAction | ApplicationAction;

/** Where an action happens: an application, by its own id or by that of something in it. */
export type Place = { readonly applicationId: string } | { readonly serviceId: string } | { readonly keyId: string };

/** May this caller do that, there? */
export type ApplicationQuestion = { readonly actor: Caller; readonly action: ApplicationAction } & Place;
export type Question = { readonly actor: Caller; readonly action: InstallationAction } | ApplicationQuestion;
