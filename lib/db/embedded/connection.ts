import pg from "pg";
import { superuser } from "./initialise";
import { type Layout, socketPort } from "./layout";

/** Where nobody listens a connection fails at once; a server under load must not seem to be down. */
const connectionTimeoutMs = 10_000;

/** How to reach one running embedded server. */
export interface Endpoint {
  /** Directory of the socket, or the loopback address. */
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

export function endpointOf(layout: Layout, port: number, password: string): Endpoint {
  return layout.usesSocket ? { host: layout.data, port: socketPort, password } : { host: "127.0.0.1", port, password };
}

/** Connection string for a role and database; the socket's directory travels as a parameter, as libpq and Prisma have it. */
export function connectionUrl({ host, port, password }: Endpoint, role: string, database: string): string {
  const login = `${role}:${encodeURIComponent(password)}`;
  const socket = host.startsWith("/") ? `?host=${encodeURIComponent(host)}` : "";
  return `postgresql://${login}@${socket ? "localhost" : host}:${port}/${database}${socket}`;
}

/** Runs `work` on one connection of the superuser. */
export async function asSuperuser<T>(endpoint: Endpoint, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const login = { user: superuser, database: "postgres", connectionTimeoutMillis: connectionTimeoutMs };
  const client = new pg.Client({ ...endpoint, ...login });
  client.on("error", () => undefined); // A server that goes away is reported by the query in progress.
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
