import { createTransport } from "nodemailer";
import type { Config } from "@/lib/config/env";
import type { Mail } from "./outbox";

const implicitTlsPort = 465;
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 } as const;

/** Sends one mail. `id` becomes its Message-ID, so that a mail sent twice after a crash is recognised as one. */
export type SendMail = (id: string, mail: Mail) => Promise<void>;

function credentialsOf({ username, password }: Config["mail"]) {
  return username === null ? {} : { auth: { user: username, pass: password ?? "" } };
}

/** A sender of mails over the configured SMTP server; each mail opens a connection and closes it. */
export function createSendMail(config: Pick<Config, "mail" | "publicUrl">): SendMail {
  const { mail } = config;
  const host = mail.host ?? "localhost";
  const secure = mail.secure ?? mail.port === implicitTlsPort;
  const transport = createTransport({ host, port: mail.port, secure, ...timeouts, ...credentialsOf(mail) });
  const domain = new URL(config.publicUrl).hostname;
  return async (id, { to, subject, text, html }) => {
    await transport.sendMail({
      from: mail.from ?? "",
      // As an object the address is taken whole; as a text nodemailer would look for several recipients in it.
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${domain}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
