import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";

export interface BreakableDatabase {
  /** Connection string that leads through here. */
  readonly url: string;
  /** Breaks every connection and accepts none. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** A way to the database that can be cut, as the network between two machines can. */
export async function breakable(databaseUrl: string): Promise<BreakableDatabase> {
  const { host, port, user, password, database } = new pg.Client({ connectionString: databaseUrl });
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const onward = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const [one, other] of [[socket, onward] as const, [onward, socket] as const]) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => void other.destroy());
      one.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const login = `${encodeURIComponent(user ?? "")}:${encodeURIComponent(password ?? "")}`;
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: `postgresql://${login}@127.0.0.1:${(server.address() as AddressInfo).port}/${database}`,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    stop: async () => {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
