"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField } from "@/components/ui/field";
import { keyQueries, rotateKey } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { NewKey } from "./new-key";

const schema = z.object({ graceMinutes: z.string().transform(Number) });

const graceChoices = [
  ["0", "Stops at once"],
  ["60", "Works for one more hour"],
  ["1440", "Works for one more day"],
  ["10080", "Works for one more week"],
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
  const rotate = useMutation({ mutationFn: rotateKey });
  const form = useValidForm({
    schema,
    values: { graceMinutes: "60" },
    submit: async (input) => onRotated((await rotate.mutateAsync({ id: keyId, ...input })).key),
  });
  return (
    <Form label="Rotate key" form={form} action="Rotate key" onCancel={onCancel}>
      <p>A new key takes the place of this one.</p>
      <SelectField label="The old key" choices={graceChoices} {...form.field("graceMinutes")} />
    </Form>
  );
}

/** Replaces a key by a new one. The list behind is read again when the dialog closes: its row holds this very dialog. */
export function RotateKey(props: RotateKeyProps) {
  const [newKey, setNewKey] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const finish = (close: () => void) => {
    close();
    setNewKey(null);
    void queryClient.invalidateQueries({ queryKey: keyQueries.list(props.serviceId).queryKey });
  };
  return (
    <DialogButton label="Rotate" aria-label={`Rotate ${props.name}`} title="Rotate key">
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
