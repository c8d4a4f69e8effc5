"use client";

import { createContext, useContext } from "react";
import type { Service } from "@/lib/client/services";

interface ShownService {
  readonly service: Service;
  /** Whether the reader may change it, its settings and its keys. */
  readonly manages: boolean;
}

export const ServiceContext = createContext<ShownService | null>(null);

/** The service whose pages are open. Only for what stands below its frame. */
export function useService(): ShownService {
  const shown = useContext(ServiceContext);
  if (shown === null) throw new Error("useService needs the service's frame around it");
  return shown;
}
