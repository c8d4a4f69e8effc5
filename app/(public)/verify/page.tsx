import { readTranslate, titleOf } from "@/app/language";
import { AccountCard } from "@/components/accounts/account-card";
import { VerifyAddress } from "@/components/accounts/verify-address";

export const generateMetadata = titleOf("accounts.verifyTitle");

export default async function VerifyPage() {
  const t = await readTranslate();
  return (
    <AccountCard title={t("accounts.verifyTitle")}>
      <VerifyAddress />
    </AccountCard>
  );
}
