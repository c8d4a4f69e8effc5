import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { collectionQueries, deleteFaces } from "@/lib/client/collection";

export interface DelayedDeletion {
  /** Faces that are as good as gone: they are not shown, but still there. */
  readonly ids: readonly string[];
  /** Whether it can still be undone. */
  readonly isWaiting: boolean;
  readonly error: Error | null;
  readonly start: (ids: readonly string[]) => void;
  readonly undo: () => void;
  readonly commit: () => void;
}

const undoMs = 10_000;
const none: readonly string[] = [];

/**
 * Deletes faces a while after they are gone from the page. Until then only the page knows of it, so that undoing needs
 * nothing from the server and a page that crashes has deleted nothing. Leaving the page sends the deletion at once.
 */
export function useDelayedDeletion(serviceId: string): DelayedDeletion {
  const queryClient = useQueryClient();
  const [ids, setIds] = useState(none);
  const [isWaiting, setIsWaiting] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const waiting = useRef(none);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const commit = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = waiting.current;
    waiting.current = none;
    if (sent.length === 0) return;
    setIsWaiting(false);
    try {
      await deleteFaces({ serviceId, ids: sent });
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
    }
    await queryClient.invalidateQueries({ queryKey: collectionQueries.all(serviceId) });
    // Only now: they would come back for a moment. What another deletion hides meanwhile stays hidden.
    setIds((hidden) => hidden.filter((id) => !sent.includes(id)));
  }, [queryClient, serviceId]);

  useEffect(() => {
    const send = () => void commit();
    window.addEventListener("pagehide", send);
    return () => {
      window.removeEventListener("pagehide", send);
      send();
    };
  }, [commit]);

  const start = (wanted: readonly string[]) => {
    void commit();
    waiting.current = wanted;
    setError(null);
    setIsWaiting(true);
    setIds((hidden) => [...hidden, ...wanted]);
    timer.current = setTimeout(() => void commit(), undoMs);
  };
  const undo = () => {
    clearTimeout(timer.current);
    const kept = waiting.current;
    waiting.current = none;
    setIsWaiting(false);
    setIds((hidden) => hidden.filter((id) => !kept.includes(id)));
  };
  return { ids, isWaiting, error, start, undo, commit: () => void commit() };
}
