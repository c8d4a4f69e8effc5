import type { Metadata } from "next";
import { AccountCard } from "@/components/accounts/account-card";
import { SignUpForm } from "@/components/accounts/sign-up-form";

export const metadata: Metadata = { title: "Create an account" };

export default function SignUpPage() {
  return (
    <AccountCard title="Create an account">
      <SignUpForm />
    </AccountCard>
  );
}
