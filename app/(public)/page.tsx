import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { readTranslate } from "@/app/language";
import { WelcomeActions } from "@/components/accounts/welcome-actions";
import { CodeBlock } from "@/components/shared/code-block";
import { ServerStatus } from "@/components/status/server-status";
import { sessionIdOf } from "@/lib/auth/next-auth-options";

const createService = "npm run admin -- service:create --app Demo --name faces --type DETECTION";

const detectFaces = (origin: string) =>
  `curl -X POST "${origin}/api/v1/detection/detect?face_plugins=landmarks" \\\n  -H "x-api-key: <api key>" \\\n  -F file=@photo.jpg`;

/** The address under which the reader sees this server, for commands to copy. */
function originOf(request: Headers): string {
  return `${request.get("x-forwarded-proto") ?? "http"}://${request.get("host") ?? "localhost:8000"}`;
}

const sectionTitle = "font-semibold text-xl tracking-tight";

export default async function StartPage() {
  const t = await readTranslate();
  const request = new Headers(await headers());
  // Only the cookie is looked at: when its session has ended, the next page asks to sign in.
  if ((await sessionIdOf(request)) !== null) redirect("/applications");
  return (
    <main id="main" className="mx-auto flex max-w-3xl flex-col gap-10 px-4 py-12">
      <div className="flex flex-col gap-4">
        <h1 className="text-balance font-semibold text-3xl tracking-tight sm:text-4xl">{t("start.title")}</h1>
        <p className="max-w-prose text-lg text-muted-foreground">{t("start.purpose")}</p>
        <WelcomeActions />
        <ServerStatus />
      </div>
      <section className="flex flex-col gap-3" aria-labelledby="first-steps">
        <h2 id="first-steps" className={sectionTitle}>
          {t("start.firstSteps")}
        </h2>
        <p>{t("start.createService")}</p>
        <CodeBlock label={t("start.createCommand")} code={createService} />
        <p>{t("start.sendPhoto")}</p>
        <CodeBlock label={t("shared.detectionCommand")} code={detectFaces(originOf(request))} />
      </section>
      <section className="flex flex-col gap-3" aria-labelledby="addresses">
        <h2 id="addresses" className={sectionTitle}>
          {t("start.operators")}
        </h2>
        <ul className="flex flex-col gap-1">
          {["/api/health/live", "/api/health/ready", "/api/metrics"].map((path) => (
            <li key={path}>
              <a className="font-mono text-primary text-sm underline underline-offset-4" href={path}>
                {path}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
