import type { Metadata } from "next";
import type { ReactNode } from "react";
import { readTheme } from "./theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Mien", template: "%s – Mien" },
  description: "Self-hosted face recognition server.",
};

// Scripts carry a nonce that is new for every answer, so no page can be rendered ahead.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-theme={await readTheme()}>
      <body className="min-h-dvh">
        <a
          className="sr-only focus:not-sr-only focus:absolute focus:m-3 focus:rounded-md focus:bg-card focus:p-3"
          href="#main"
        >
          Skip to content
        </a>
        {children}
      </body>
    </html>
  );
}
