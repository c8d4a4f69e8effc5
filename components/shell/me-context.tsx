"use client";

import { createContext, useContext } from "react";
import type { Me } from "@/lib/client/me";

export const MeContext = createContext<Me | null>(null);

/** The signed-in account. Only for what stands below the signed-in shell. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useMe needs the signed-in shell around it");
  return me;
}
