"use client";

import { KeyList } from "@/components/keys/key-list";
import { useService } from "./service-context";
import { SnippetPanel } from "./snippet-panel";

/** The keys of a service, and how to call it with one. */
export function ServiceOverview() {
  const { service, manages } = useService();
  return (
    <>
      <KeyList serviceId={service.id} serviceType={service.type} manages={manages} />
      <SnippetPanel serviceType={service.type} />
    </>
  );
}
