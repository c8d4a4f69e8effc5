"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { replaceEncryption, type ShownEncryption } from "@/lib/client/encryption";
import {
  encryptionIvSchema,
  encryptionKeySchema,
  halfPairProblem,
  isWholePair,
} from "@/lib/domain/client-encryption/schema";
import { EncryptionPair } from "./encryption-pair";

const orNothing = <S extends z.ZodType<string, string>>(secret: S) =>
  z.union([z.literal("").transform(() => undefined), secret]);

const schema = z
  .object({ encryptionKey: orNothing(encryptionKeySchema), encryptionIv: orNothing(encryptionIvSchema) })
  .refine(isWholePair, halfPairProblem);

interface ReplaceFormProps {
  readonly serviceId: string;
  readonly onReplaced: (shown: ShownEncryption) => void;
  readonly onCancel: () => void;
}

function ReplaceForm({ serviceId, onReplaced, onCancel }: ReplaceFormProps) {
  const t = useTranslate();
  const replace = useMutation({ mutationFn: replaceEncryption, gcTime: 0 });
  const form = useValidForm({
    schema,
    values: { encryptionKey: "", encryptionIv: "" },
    submit: async ({ encryptionKey, encryptionIv }) => {
      const pair = encryptionKey !== undefined && encryptionIv !== undefined ? { encryptionKey, encryptionIv } : {};
      onReplaced(await replace.mutateAsync({ serviceId, ...pair }));
    },
  });
  return (
    <Form label={t("encryption.replace")} form={form} action={t("encryption.replaceVerb")} onCancel={onCancel}>
      <p>{t("encryption.replaceHelp")}</p>
      <TextField
        label={t("encryption.newKey")}
        autoComplete="off"
        spellCheck={false}
        {...form.field("encryptionKey")}
      />
      <TextField label={t("encryption.newIv")} autoComplete="off" spellCheck={false} {...form.field("encryptionIv")} />
    </Form>
  );
}

function ReplaceDialog({ serviceId, close }: { readonly serviceId: string; readonly close: () => void }) {
  const [shown, setShown] = useState<ShownEncryption | null>(null);
  if (shown !== null) return <EncryptionPair shown={shown} onDone={close} />;
  return <ReplaceForm serviceId={serviceId} onReplaced={setShown} onCancel={close} />;
}

/** Puts another pair in the place of a service's, and shows it. */
export function ReplaceEncryption({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  return (
    <DialogButton label={t("encryption.replace")} title={t("encryption.replace")}>
      {(close) => <ReplaceDialog serviceId={serviceId} close={close} />}
    </DialogButton>
  );
}
