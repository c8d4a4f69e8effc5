"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
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
  const rotate = useMutation({ mutationFn: rotateKey });
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

/** Replaces a key by a new one. The list behind is read again when the dialog closes: its row holds this very dialog. */
export function RotateKey(props: RotateKeyProps) {
  const t = useTranslate();
  const [newKey, setNewKey] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const finish = (close: () => void) => {
    close();
    setNewKey(null);
    void queryClient.invalidateQueries({ queryKey: keyQueries.list(props.serviceId).queryKey });
  };
  return (
    <DialogButton
      label={t("keys.rotate")}
      aria-label={t("keys.rotateOf", { name: props.name })}
      title={t("keys.rotateTitle")}
    >
      {(close) =>
        newKey === null ? (
          <RotateForm {...props} onRotated={setNewKey} onCancel={close} />
        ) : (
          <NewKey apiKey={newKey} serviceType={props.serviceType} onDone={() => finish(close)} />
        )
      }
    </DialogButton>
  );
}
