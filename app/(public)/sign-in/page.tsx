import { readTranslate, titleOf } from "@/app/language";
import { AccountCard } from "@/components/accounts/account-card";
import { SignInForm } from "@/components/accounts/sign-in-form";

export const generateMetadata = titleOf("accounts.signIn");

export default async function SignInPage() {
  const t = await readTranslate();
  return (
    <AccountCard title={t("accounts.signIn")}>
      <SignInForm />
    </AccountCard>
  );
}
