import path from "node:path";
import { modelFileName, type NetworkId } from "@/inference/models/registry";
import { loadSession, type Session } from "./ort";

/** Gives the loaded network; the first call loads it. */
export type Sessions = (id: NetworkId) => Promise<Session>;

/** Loads each network of `modelsDir` once, however many ask; a load that fails is forgotten, so that it can be retried. */
export function createSessionStore(modelsDir: string, intraOpThreads: number): Sessions {
  const pending = new Map<NetworkId, Promise<Session>>();
  return (id) => {
    const known = pending.get(id);
    if (known) return known;
    const load = loadSession(path.join(modelsDir, modelFileName(id)), intraOpThreads).catch((error: unknown) => {
      pending.delete(id);
      throw error;
    });
    pending.set(id, load);
    return load;
  };
}
