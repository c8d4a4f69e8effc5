import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/shared/theme-switch";
import { readTheme } from "./theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Mien", template: "%s – Mien" },
  description: "Self-hosted face recognition server.",
};

// Scripts carry a nonce that is new for every answer, so no page can be rendered ahead.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" data-theme={theme}>
      <body className="min-h-dvh">
        <a
          className="sr-only focus:not-sr-only focus:absolute focus:m-3 focus:rounded-md focus:bg-card focus:p-3"
          href="#main"
        >
          Skip to content
        </a>
        <header className="border-border border-b">
          <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-3">
            <a className="font-semibold text-lg tracking-tight" href="/">
              Mien
            </a>
            <ThemeSwitch initial={theme} />
          </div>
        </header>
        {children}
      </body>
    </html>
  );
}
