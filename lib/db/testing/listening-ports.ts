import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const listening = "0A";

/** Local addresses, as /proc/net/tcp writes them, on which the process accepts TCP connections. Linux only. */
export function listeningAddresses(pid: number): string[] {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  const inodes = new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]));
  const rows = ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, "utf8").split("\n").slice(1),
  );
  return rows.flatMap((row) => {
    const [, address = "", , state, , , , , , inode] = row.trim().split(/\s+/);
    return state === listening && inodes.has(inode) ? [address] : [];
  });
}
