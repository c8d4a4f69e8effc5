import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/language/language-switch";
import { QueryProvider } from "@/components/shared/query-provider";
import { ThemeSwitch } from "@/components/shared/theme-switch";
import type { Theme } from "@/components/shared/themes";
import { SiteHeader } from "./site-header";

/** Everything around the pages that nobody has to sign in for. */
export function PublicShell({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }) {
  return (
    <QueryProvider>
      <SiteHeader home="/">
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch />
          <ThemeSwitch initial={theme} />
        </div>
      </SiteHeader>
      {children}
    </QueryProvider>
  );
}
