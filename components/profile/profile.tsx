"use client";

import { PageHeader } from "@/components/shared/page-header";
import { DeleteAccount } from "./delete-account";
import { NamePanel } from "./name-panel";
import { PasswordPanel } from "./password-panel";
import { SecondFactorPanel } from "./second-factor-panel";
import { SessionPanel } from "./session-panel";

export function Profile() {
  return (
    <>
      <PageHeader title="Profile" purpose="Your account on this server." />
      <NamePanel />
      <PasswordPanel />
      <SecondFactorPanel />
      <SessionPanel />
      <DeleteAccount />
    </>
  );
}
