import { readTranslate, titleOf } from "@/app/language";
import { AccountCard } from "@/components/accounts/account-card";
import { SignUpForm } from "@/components/accounts/sign-up-form";

export const generateMetadata = titleOf("accounts.signUp");

export default async function SignUpPage() {
  const t = await readTranslate();
  return (
    <AccountCard title={t("accounts.signUp")}>
      <SignUpForm />
    </AccountCard>
  );
}
