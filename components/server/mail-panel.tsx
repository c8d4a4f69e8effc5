"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";
import { Facts } from "./facts";

/** Whether mails go out. */
export function MailPanel({ mail }: Pick<Server, "mail">) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  return (
    <Panel title={t("server.mail")}>
      <Facts
        facts={[
          [t("server.mailState"), t(mail.isEnabled ? "server.mailOn" : "server.mailOff")],
          [t("server.waiting"), numbers.format(mail.waiting)],
          [t("server.lastError"), mail.lastError ?? t("server.noError")],
        ]}
      />
    </Panel>
  );
}
