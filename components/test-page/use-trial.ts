import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendTrial, type TrialAnswer } from "@/lib/client/trial";
import { bodyOf } from "./body-of";
import type { TestOperation } from "./operations";
import { type Picture, releasePicture } from "./picture";

/** Pictures in the order of the operation's parts, and what the service says of them. */
export interface Shown {
  readonly operation: TestOperation;
  readonly pictures: readonly Picture[];
  /** Query with which they were sent. */
  readonly query: string;
  /** Null until it is there. */
  readonly answer: TrialAnswer | null;
}

interface Sending {
  readonly operation: TestOperation;
  readonly pictures: readonly Picture[];
  readonly query: string;
  /** Keeps what is on show until the answer comes: pictures of a camera would flicker. */
  readonly keepsShown?: boolean;
}

const isAborted = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** Sends pictures to a service and holds what is on show; of several sendings the last one counts. */
export function useTrial(serviceId: string) {
  const [shown, setShown] = useState<Shown | null>(null);
  const running = useRef<AbortController | null>(null);
  const { mutateAsync, isPending, error } = useMutation({ mutationFn: sendTrial });
  useEffect(() => () => running.current?.abort(), []);

  const show = useCallback((next: Shown) => {
    setShown((last) => {
      for (const picture of last?.pictures ?? []) if (!next.pictures.includes(picture)) releasePicture(picture);
      return next;
    });
  }, []);

  /** @returns whether the service answered, with whatever */
  const send = async ({ operation, pictures, query, keepsShown = false }: Sending): Promise<boolean> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    if (!keepsShown) show({ operation, pictures, query, answer: null });
    try {
      const body = await bodyOf(operation, pictures);
      const answer = await mutateAsync({ serviceId, operation: operation.name, query, body, signal: own.signal });
      if (running.current === own) show({ operation, pictures, query, answer });
      return true;
    } catch {
      // What failed is in `error`.
      return false;
    }
  };
  return { shown, send, isBusy: isPending, failure: isAborted(error) ? null : error };
}
