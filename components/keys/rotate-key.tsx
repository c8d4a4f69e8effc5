"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField } from "@/components/ui/field";
import { keyQueries, rotateKey } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { NewKey } from "./new-key";

const schema = z.object({ graceMinutes: z.pipe(z.string(), z.transform(Number)) });

const graceChoices = [
  ["0", "keys.stopsAtOnce"],
  ["60", "keys.worksHour"],
  ["1440", "keys.worksDay"],
  ["10080", "keys.worksWeek"],
] as const;

interface RotateKeyProps {
  readonly keyId: string;
  readonly name: string;
  readonly serviceId: string;
  readonly serviceType: ServiceType;
}

interface RotateFormProps extends RotateKeyProps {
  readonly onRotated: (apiKey: string) => void;
  readonly onCancel: () => void;
}

function RotateForm({ keyId, onRotated, onCancel }: RotateFormProps) {
  const t = useTranslate();
  const rotate = useMutation({ mutationFn: rotateKey, gcTime: 0 });
  const form = useValidForm({
    schema,
    values: { graceMinutes: "60" },
    submit: async (input) => onRotated((await rotate.mutateAsync({ id: keyId, ...input })).key),
  });
  return (
    <Form label={t("keys.rotateTitle")} form={form} action={t("keys.rotateTitle")} onCancel={onCancel}>
      <p>{t("keys.rotateHelp")}</p>
      <SelectField
        label={t("keys.oldKey")}
        choices={graceChoices.map(([minutes, text]) => [minutes, t(text)] as const)}
        {...form.field("graceMinutes")}
      />
    </Form>
  );
}

/** Reads the list behind anew when the dialog closes, in whatever way: its row holds this very dialog. */
function RotateDialog({ close, ...props }: RotateKeyProps & { readonly close: () => void }) {
  const [newKey, setNewKey] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const { serviceId } = props;
  const isRotated = newKey !== null;
  useEffect(() => {
    if (!isRotated) return;
    return () => void queryClient.invalidateQueries({ queryKey: keyQueries.list(serviceId).queryKey });
  }, [queryClient, serviceId, isRotated]);
  if (newKey !== null) return <NewKey apiKey={newKey} serviceType={props.serviceType} onDone={close} />;
  return <RotateForm {...props} onRotated={setNewKey} onCancel={close} />;
}

/** Replaces a key by a new one. */
export function RotateKey(props: RotateKeyProps) {
  const t = useTranslate();
  return (
    <DialogButton
      label={t("keys.rotate")}
      aria-label={t("keys.rotateOf", { name: props.name })}
      title={t("keys.rotateTitle")}
    >
      {(close) => <RotateDialog {...props} close={close} />}
    </DialogButton>
  );
}
