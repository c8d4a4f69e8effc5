"use client";

import { useSearchParams } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { buttonClass } from "@/components/ui/button";

interface ProviderLinkProps {
  /** Of the identity provider. */
  readonly name: string;
  readonly purpose: "with" | "signUpWith";
}

/** The way to the identity provider: a plain link, since it leads away from this server. */
export function ProviderLink({ name, purpose }: ProviderLinkProps) {
  const t = useTranslate();
  const params = useSearchParams();
  const kept = ["next", "invitation"].flatMap((word) => {
    const value = params.get(word);
    return value === null ? [] : [[word, value]];
  });
  const query = new URLSearchParams(kept).toString();
  return (
    <a href={`/api/auth/oidc/start${query === "" ? "" : `?${query}`}`} className={buttonClass("secondary")}>
      {t(`signInMethods.${purpose}`, { name })}
    </a>
  );
}
