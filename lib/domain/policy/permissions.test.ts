import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/users/types";
import { permissions } from "./permissions";
import { type Action, standings } from "./types";
import { isPermitted, standingOf } from "./utils";

/**
 * The matrix once more, as the contract has it: one letter per standing, in the order global owner, global
 * administrator, then for a global user: application owner, administrator, user, and no member at all.
 */
const contract: Readonly<Record<Action, string>> = {
  "account.read": "yyyyyy",
  "account.update": "yyyyyy",
  "account.change_password": "yyyyyy",
  "account.delete": "yyyyyy",
  "session.list": "yyyyyy",
  "session.end": "yyyyyy",
  "user.list": "yy----",
  "user.update": "yy----",
  "user.delete": "yy----",
  "user.reset_second_factor": "yy----",
  "audit.list": "yy----",
  "audit.export": "yy----",
  "model_pack.list": "yy----",
  "model_pack.choose": "y-----",
  "model_pack.move": "y-----",
  "server.read": "yy----",
  "application.list": "yyyyyy",
  "application.create": "yy----",
  "application.read": "yyyyy-",
  "application.rename": "yyy---",
  "application.delete": "yyy---",
  "application.leave": "yyyyy-",
  "application.audit": "yyy---",
  "member.list": "yyyyy-",
  "member.invite": "yyy---",
  "member.change_role": "yyy---",
  "member.remove": "yyy---",
  "invitation.revoke": "yyy---",
  "service.list": "yyyyy-",
  "service.create": "yyyy--",
  "service.read": "yyyyy-",
  "service.try": "yyyyy-",
  "service.update": "yyyy--",
  "service.clone": "yyyy--",
  "service.delete": "yyyy--",
  "service.reveal_encryption": "yyyy--",
  "service.replace_encryption": "yyyy--",
  "statistics.read": "yyyyy-",
  "collection.read": "yyyyy-",
  "collection.change": "yyyy--",
  "api_key.list": "yyyyy-",
  "api_key.create": "yyyy--",
  "api_key.reveal": "yyyy--",
  "api_key.rotate": "yyyy--",
  "api_key.revoke": "yyyy--",
};

const actions = Object.keys(permissions) as Action[];
const cells = actions.flatMap((action) =>
  standings.map((standing, column) => ({ action, standing, isAllowed: contract[action][column] === "y" })),
);

it("covers every action of the contract and no other", () => {
  expect(actions.sort()).toEqual(Object.keys(contract).sort());
});

describe("the permission table", () => {
  it.each(cells)("$action by $standing: $isAllowed", ({ action, standing, isAllowed }) => {
    expect(isPermitted(action, standing)).toBe(isAllowed);
  });
});

describe("standing", () => {
  const memberRoles: readonly (Role | null)[] = ["OWNER", "ADMINISTRATOR", "USER", null];

  it.each(memberRoles)("of a global owner or administrator does not depend on membership (%s)", (memberRole) => {
    expect(standingOf("OWNER", memberRole)).toBe("GLOBAL_OWNER");
    expect(standingOf("ADMINISTRATOR", memberRole)).toBe("GLOBAL_ADMINISTRATOR");
  });

  it("of a global user is that of the membership", () => {
    expect(memberRoles.map((role) => standingOf("USER", role))).toEqual(standings.slice(2));
  });
});
