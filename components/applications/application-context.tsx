"use client";

import { createContext, useContext } from "react";
import type { Application } from "@/lib/client/applications";

export const ApplicationContext = createContext<Application | null>(null);

/** The application whose pages are open. Only for what stands below its frame. */
export function useApplication(): Application {
  const application = useContext(ApplicationContext);
  if (application === null) throw new Error("useApplication needs the application's frame around it");
  return application;
}
