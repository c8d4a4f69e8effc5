import type { Metadata } from "next";
import { AccountCard } from "@/components/accounts/account-card";
import { VerifyAddress } from "@/components/accounts/verify-address";

export const metadata: Metadata = { title: "Confirm your address" };

export default function VerifyPage() {
  return (
    <AccountCard title="Confirm your address">
      <VerifyAddress />
    </AccountCard>
  );
}
