"use client";

import { lazy, Suspense, useState } from "react";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { CodeBlock } from "@/components/shared/code-block";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { beginEnrolment, confirmEnrolment, type Enrolment } from "@/lib/client/second-factor";

// Its encoder comes only with the dialog that needs it.
const QrCode = lazy(async () => ({ default: (await import("./qr-code")).QrCode }));

interface StepProps {
  readonly close: () => void;
}

interface BeginFormProps extends StepProps {
  readonly hasPassword: boolean;
  readonly onBegun: (enrolment: Enrolment) => void;
}

function BeginForm({ hasPassword, onBegun, close }: BeginFormProps) {
  const t = useTranslate();
  const form = useValidForm({
    schema: z.object({ password: hasPassword ? z.string().min(1, "must not be empty") : z.string() }),
    values: { password: "" },
    submit: async ({ password }) => onBegun(await beginEnrolment(hasPassword ? { password } : {})),
  });
  return (
    <Form label={t("signInMethods.turnOnTitle")} form={form} action={t("signInMethods.goOn")} onCancel={close}>
      <p>{t("signInMethods.beginWithout")}</p>
      {hasPassword ? (
        <TextField
          label={t("signInMethods.yourPassword")}
          type="password"
          autoComplete="current-password"
          {...form.field("password")}
        />
      ) : null}
    </Form>
  );
}

interface ConfirmFormProps extends StepProps {
  readonly enrolment: Enrolment;
  readonly onOn: (recoveryCodes: readonly string[]) => void;
}

function ConfirmForm({ enrolment, onOn, close }: ConfirmFormProps) {
  const t = useTranslate();
  const form = useValidForm({
    schema: z.object({ code: z.string().trim().min(1, "must not be empty") }),
    values: { code: "" },
    submit: async ({ code }) => onOn((await confirmEnrolment(code)).recoveryCodes),
  });
  return (
    <Form label={t("signInMethods.turnOnTitle")} form={form} action={t("signInMethods.turnOn")} onCancel={close}>
      <p>{t("signInMethods.scan")}</p>
      <Suspense fallback={<div className="size-52" />}>
        <QrCode text={enrolment.uri} label={t("signInMethods.qrCode")} />
      </Suspense>
      <CodeBlock label={t("signInMethods.secret")} code={enrolment.secret} />
      <TextField label={t("signInMethods.nextCode")} autoComplete="one-time-code" {...form.field("code")} />
    </Form>
  );
}

function Steps({ hasPassword, onOn, close }: Omit<BeginFormProps & ConfirmFormProps, "enrolment" | "onBegun">) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  if (enrolment === null) return <BeginForm hasPassword={hasPassword} onBegun={setEnrolment} close={close} />;
  return <ConfirmForm enrolment={enrolment} onOn={onOn} close={close} />;
}

interface TurnOnProps {
  readonly hasPassword: boolean;
  readonly onOn: (recoveryCodes: readonly string[]) => void;
}

/** From nothing to a second factor in force: the password, the secret, the first code. */
export function TurnOn({ hasPassword, onOn }: TurnOnProps) {
  const t = useTranslate();
  return (
    <DialogButton label={t("signInMethods.turnOn")} title={t("signInMethods.turnOnTitle")}>
      {(close) => <Steps hasPassword={hasPassword} onOn={onOn} close={close} />}
    </DialogButton>
  );
}
