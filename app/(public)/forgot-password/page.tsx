import type { Metadata } from "next";
import { AccountCard } from "@/components/accounts/account-card";
import { ForgotPasswordForm } from "@/components/accounts/forgot-password-form";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPasswordPage() {
  return (
    <AccountCard title="Forgot password">
      <ForgotPasswordForm />
    </AccountCard>
  );
}
