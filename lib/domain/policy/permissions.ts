import type { Action, Standing } from "./types";

const installation = ["GLOBAL_OWNER", "GLOBAL_ADMINISTRATOR"] as const;
const owners = [...installation, "APPLICATION_OWNER"] as const;
const administrators = [...owners, "APPLICATION_ADMINISTRATOR"] as const;
const members = [...administrators, "APPLICATION_USER"] as const;
const everyone = [...members, "OUTSIDER"] as const;

/**
 * Who may do what: the only place that says so. What depends on the object besides (the owner cannot be removed, nobody
 * changes their own global role) is refused by the use case.
 */
export const permissions = {
  "account.read": everyone,
  "account.update": everyone,
  "account.change_password": everyone,
  "account.delete": everyone,
  "session.list": everyone,
  "session.end": everyone,
  "user.list": installation,
  "user.update": installation,
  "user.delete": installation,
  "user.reset_second_factor": installation,
  "audit.list": installation,
  "audit.export": installation,
  "model_pack.list": installation,
  "model_pack.choose": ["GLOBAL_OWNER"],
  "model_pack.move": ["GLOBAL_OWNER"],
  "server.read": installation,
  "application.list": everyone,
  "application.create": installation,
  "application.read": members,
  "application.rename": owners,
  "application.delete": owners,
  "application.leave": members,
  "application.audit": owners,
  "member.list": members,
  "member.invite": owners,
  "member.change_role": owners,
  "member.remove": owners,
  "invitation.revoke": owners,
  "service.list": members,
  "service.create": administrators,
  "service.read": members,
  "service.try": members,
  "service.update": administrators,
  "service.clone": administrators,
  "service.delete": administrators,
  "service.reveal_encryption": administrators,
  "service.replace_encryption": administrators,
  "statistics.read": members,
  "collection.read": members,
  "collection.change": administrators,
  "api_key.list": members,
  "api_key.create": administrators,
  "api_key.reveal": administrators,
  "api_key.rotate": administrators,
  "api_key.revoke": administrators,
} as const satisfies Record<Action, readonly Standing[]>;
