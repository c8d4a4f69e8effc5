"use client";

import { loadLater } from "@/components/shared/load-later";
import { ServiceActions } from "./service-actions";
import { useService } from "./service-context";

const ServiceSettingsForm = loadLater(async () => (await import("./service-settings-form")).ServiceSettingsForm);
const EncryptionPanel = loadLater(async () => (await import("./encryption-panel")).EncryptionPanel);

export function ServiceSettings() {
  const { service, manages } = useService();
  return (
    <>
      <ServiceSettingsForm service={service} manages={manages} />
      {manages && service.type === "QUALITY" ? <EncryptionPanel serviceId={service.id} /> : null}
      {manages ? <ServiceActions service={service} /> : null}
    </>
  );
}
