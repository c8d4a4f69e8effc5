import { ThemeSwitch } from "@/components/shared/theme-switch";
import { SiteHeader } from "@/components/shell/site-header";
import { readTheme } from "./theme";

export default async function NotFound() {
  return (
    <>
      <SiteHeader home="/">
        <ThemeSwitch initial={await readTheme()} />
      </SiteHeader>
      <main id="main" className="mx-auto max-w-3xl px-4 py-16">
        <h1 className="font-semibold text-2xl">This page does not exist</h1>
        <p className="mt-3">
          <a className="text-primary underline underline-offset-4" href="/">
            Go to the start page
          </a>
        </p>
      </main>
    </>
  );
}
