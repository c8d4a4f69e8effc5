"use client";

import { EncryptionPanel } from "./encryption-panel";
import { ServiceActions } from "./service-actions";
import { useService } from "./service-context";
import { ServiceSettingsForm } from "./service-settings-form";

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
