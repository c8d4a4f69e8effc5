import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { collectionQueries, uploadUrl } from "@/lib/client/collection";
import { sendFile } from "@/lib/client/send-file";
import { type Upload, UploadQueue } from "@/lib/client/upload-queue";
import type { Obstacle } from "@/lib/client/upload-tries";

export interface Uploads {
  readonly queue: UploadQueue;
  readonly all: readonly Upload[];
  /** Whether something is on its way or waits. */
  readonly isRunning: boolean;
  /** Why nothing goes on. */
  readonly obstacle: Obstacle | null;
}

/** While many pictures are sent, the lists are read again no more often than this. */
const readAgainEveryMs = 2_000;
const nobody: readonly Upload[] = [];
const none = () => null;

const openQueue = (serviceId: string) =>
  new UploadQueue({
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    send: async ({ subjectId, ...sending }) => {
      await sendFile({ url: uploadUrl(serviceId, subjectId), ...sending });
    },
  });

/** What is sent to a collection. It ends with the page that shows it. */
export function useUploads(serviceId: string): Uploads {
  const queryClient = useQueryClient();
  const [queue] = useState(() => openQueue(serviceId));
  const all = useSyncExternalStore(queue.subscribe, queue.uploads, () => nobody);
  const obstacle = useSyncExternalStore(queue.subscribe, queue.obstacle, none);
  const hasDone = all.some(({ state }) => state === "done");
  const isRunning = all.some(({ state }) => state === "waiting" || state === "sending");
  useEffect(() => () => queue.cancel(), [queue]);
  useEffect(() => {
    if (!hasDone) return;
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: collectionQueries.all(serviceId) });
    if (!isRunning || obstacle !== null) return readAgain();
    const timer = setInterval(() => document.hidden || readAgain(), readAgainEveryMs);
    return () => clearInterval(timer);
  }, [queryClient, serviceId, isRunning, obstacle, hasDone]);
  return { queue, all, isRunning, obstacle };
}
