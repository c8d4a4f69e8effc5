import { readTranslate, titleOf } from "@/app/language";
import { AccountCard } from "@/components/accounts/account-card";
import { ForgotPasswordForm } from "@/components/accounts/forgot-password-form";

export const generateMetadata = titleOf("accounts.forgotTitle");

export default async function ForgotPasswordPage() {
  const t = await readTranslate();
  return (
    <AccountCard title={t("accounts.forgotTitle")}>
      <ForgotPasswordForm />
    </AccountCard>
  );
}
