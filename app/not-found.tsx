import { ThemeSwitch } from "@/components/shared/theme-switch";
import { SiteHeader } from "@/components/shell/site-header";
import { readTranslate } from "./language";
import { readTheme } from "./theme";

export default async function NotFound() {
  const t = await readTranslate();
  return (
    <>
      <SiteHeader home="/">
        <ThemeSwitch initial={await readTheme()} />
      </SiteHeader>
      <main id="main" className="mx-auto max-w-3xl px-4 py-16">
        <h1 className="font-semibold text-2xl">{t("shell.notFoundTitle")}</h1>
        <p className="mt-3">
          <a className="text-primary underline underline-offset-4" href="/">
            {t("shell.notFoundHome")}
          </a>
        </p>
      </main>
    </>
  );
}
