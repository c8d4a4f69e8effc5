import { readTranslate, titleOf } from "@/app/language";
import { AccountCard } from "@/components/accounts/account-card";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";

export const generateMetadata = titleOf("accounts.resetTitle");

export default async function ResetPasswordPage() {
  const t = await readTranslate();
  return (
    <AccountCard title={t("accounts.resetTitle")}>
      <ResetPasswordForm />
    </AccountCard>
  );
}
