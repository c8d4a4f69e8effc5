import type { Metadata } from "next";
import { AccountCard } from "@/components/accounts/account-card";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";

export const metadata: Metadata = { title: "Set a new password" };

export default function ResetPasswordPage() {
  return (
    <AccountCard title="Set a new password">
      <ResetPasswordForm />
    </AccountCard>
  );
}
