import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LanguageProvider } from "@/components/language/language-provider";
import { createTranslate } from "@/components/language/translate";
import { messagesOf, readLanguage, readTranslate } from "./language";
import { readTheme } from "./theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await readTranslate();
  return { title: { default: "Mien", template: "%s – Mien" }, description: t("shell.description") };
}

// Scripts carry a nonce that is new for every answer, so no page can be rendered ahead.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const language = await readLanguage();
  const messages = messagesOf[language];
  const t = createTranslate(language, messages);
  return (
    <html lang={language} data-theme={await readTheme()}>
      <body className="min-h-dvh">
        <a
          className="sr-only focus:not-sr-only focus:absolute focus:m-3 focus:rounded-md focus:bg-card focus:p-3"
          href="#main"
        >
          {t("shell.skip")}
        </a>
        <LanguageProvider language={language} messages={messages} heard={messagesOf.en.said}>
          {children}
        </LanguageProvider>
      </body>
    </html>
  );
}
