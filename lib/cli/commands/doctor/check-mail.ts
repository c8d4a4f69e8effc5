import net from "node:net";
import tls from "node:tls";
import { type Config, config } from "@/lib/config/env";
import type { Finding } from "./finding";

const timeoutMsDefault = 5_000;
const implicitTlsPort = 465;

function connect(host: string, port: number): net.Socket {
  return port === implicitTlsPort ? tls.connect({ host, port, servername: host }) : net.connect({ host, port });
}

/** The first line that the server says (RFC 5321 4.2), or a rejection that says why there is none. */
function readGreeting(host: string, port: number, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host, port);
    let said = "";
    // A timer, not the socket's own timeout: that one starts anew with every byte.
    const timer = setTimeout(() => socket.destroy(new Error(`no greeting within ${timeoutMs} ms`)), timeoutMs);
    socket.setEncoding("latin1").on("data", (text: string) => {
      said += text;
      if (said.includes("\n") || said.length > 1000) socket.end("QUIT\r\n");
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(said.split(/\r?\n/, 1)[0] ?? "");
    });
  });
}

/** Connects and waits for the greeting; sends no credentials and no mail. */
export async function checkMail(
  { mail }: Pick<Config, "mail"> = config(),
  timeoutMs: number = timeoutMsDefault,
): Promise<Finding> {
  if (!mail.enabled || mail.host === null) return { ok: true, detail: "Mail is off (ENABLE_EMAIL_SERVER)." };
  const server = `${mail.host}:${mail.port}`;
  try {
    const greeting = await readGreeting(mail.host, mail.port, timeoutMs);
    if (greeting.startsWith("220")) return { ok: true, detail: `The mail server ${server} answers.` };
    return { ok: false, detail: `${server} does not greet like a mail server.` };
  } catch (error) {
    return { ok: false, detail: `The mail server ${server} cannot be reached: ${(error as Error).message}.` };
  }
}
