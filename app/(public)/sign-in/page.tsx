import type { Metadata } from "next";
import { AccountCard } from "@/components/accounts/account-card";
import { SignInForm } from "@/components/accounts/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
  return (
    <AccountCard title="Sign in">
      <SignInForm />
    </AccountCard>
  );
}
