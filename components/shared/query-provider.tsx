"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ProblemError } from "@/lib/client/problem";

const retriesMax = 1;
// Else what is asked without a network waits in silence; and the server may well be on this very machine.
const networkMode = "always";

/** Asking again helps against a lost connection or a busy server, not against a refusal. */
function mayHelpToAskAgain(failures: number, error: Error): boolean {
  const refused = error instanceof ProblemError && error.problem.status < 500;
  return !refused && failures < retriesMax;
}

interface QueryProviderProps {
  /** Told of every failed query and mutation, beside the place that shows it. */
  readonly onError?: (error: Error) => void;
  readonly children: ReactNode;
}

/** The cache in which everything lies that the pages know of the server. */
export function QueryProvider({ onError = () => {}, children }: QueryProviderProps) {
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache({ onError }),
        mutationCache: new MutationCache({ onError }),
        defaultOptions: {
          queries: { retry: mayHelpToAskAgain, staleTime: 5000, networkMode, refetchOnReconnect: true },
          mutations: { networkMode },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
