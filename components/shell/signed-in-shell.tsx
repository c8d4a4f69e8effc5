"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { PaletteButton } from "@/components/palette/palette-button";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryProvider } from "@/components/shared/query-provider";
import { ThemeSwitch } from "@/components/shared/theme-switch";
import type { Theme } from "@/components/shared/themes";
import { ToastProvider } from "@/components/shared/toasts";
import { SkeletonRows } from "@/components/ui/skeleton";
import { leaveGate } from "@/lib/client/leave-gate";
import { meQueries } from "@/lib/client/me";
import { isSessionMissing } from "@/lib/client/problem";
import { MainNavigation } from "./main-navigation";
import { MeContext } from "./me-context";
import { ProfileMenu } from "./profile-menu";
import { SiteHeader } from "./site-header";

/** Sends the reader to sign in, and from there back to where the session was missed; not away from what is under way. */
function askToSignIn(error: Error): void {
  if (!isSessionMissing(error) || leaveGate.isClosed()) return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

function KnownReader({ theme, children }: SignedInShellProps) {
  const t = useTranslate();
  const { data: me, error } = useQuery(meQueries.me());
  if (me === undefined) {
    const failed = error !== null && !isSessionMissing(error);
    return (
      <main id="main" className="mx-auto max-w-5xl px-4 py-16">
        {failed ? (
          <ProblemAlert error={error} title={t("shell.accountUnreadable")} />
        ) : (
          <SkeletonRows label={t("shared.loading")} />
        )}
      </main>
    );
  }
  return (
    <MeContext value={me}>
      <SiteHeader home="/applications">
        <MainNavigation />
        <div className="flex flex-wrap items-center gap-3">
          <PaletteButton />
          <ThemeSwitch initial={theme} />
          <ProfileMenu />
        </div>
      </SiteHeader>
      <main id="main" tabIndex={-1} className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-8 outline-none">
        {children}
      </main>
    </MeContext>
  );
}

interface SignedInShellProps {
  readonly theme: Theme;
  readonly children: ReactNode;
}

/** Everything around the pages of the signed-in area. The server decides who gets data; this only leads to sign-in. */
export function SignedInShell(props: SignedInShellProps) {
  return (
    <QueryProvider onError={askToSignIn}>
      <ToastProvider>
        <KnownReader {...props} />
      </ToastProvider>
    </QueryProvider>
  );
}
