import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { importArchive, jobQueries } from "@/lib/client/jobs";

export interface Archive {
  /** 0..1 of the file that is being sent; null when none is. */
  readonly share: number | null;
  readonly error: Error | null;
  readonly send: (file: File) => void;
  readonly stop: () => void;
}

/** The zip file that is being sent. It ends with the page that shows it; the job that follows does not. */
export function useArchive(serviceId: string): Archive {
  const queryClient = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);
  const send = async (file: File) => {
    const controller = new AbortController();
    under.current = controller;
    setError(null);
    setShare(0);
    try {
      await importArchive({ serviceId, file, signal: controller.signal, onProgress: setShare });
      await queryClient.invalidateQueries({ queryKey: jobQueries.all(serviceId) });
    } catch (cause) {
      if (!controller.signal.aborted) setError(cause instanceof Error ? cause : new Error(String(cause)));
    } finally {
      setShare(null);
    }
  };
  return { share, error, send: (file) => void send(file), stop: () => under.current?.abort() };
}
