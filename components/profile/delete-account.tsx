"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { deleteMe, meQueries } from "@/lib/client/me";

const schema = z.object({ password: z.string().min(1, "must not be empty") });

interface DeleteFormProps {
  readonly close: () => void;
}

function DeleteForm({ close }: DeleteFormProps) {
  const query = useQuery(meQueries.signInMethods());
  return (
    <QueryPanel query={query}>
      {({ hasPassword }) => (hasPassword ? <DeleteWithPassword close={close} /> : <DeleteWithAddress close={close} />)}
    </QueryPanel>
  );
}

const leave = async (proof: Parameters<typeof deleteMe>[0]) => {
  await deleteMe(proof);
  window.location.assign("/sign-in?done=deleted");
};

/** For accounts without a password. */
function DeleteWithAddress({ close }: DeleteFormProps) {
  const t = useTranslate();
  const { email } = useMe();
  return (
    <TypedConfirmation
      name={email}
      consequence={t("profile.deleteConsequence")}
      action={t("profile.deleteMine")}
      run={() => leave({ email })}
      onCancel={close}
    />
  );
}

function DeleteWithPassword({ close }: DeleteFormProps) {
  const t = useTranslate();
  const form = useValidForm({ schema, values: { password: "" }, submit: leave });
  return (
    <Form label={t("profile.deleteMine")} form={form} action={t("profile.deleteMine")} destructive onCancel={close}>
      <p>{t("profile.deleteConsequence")}</p>
      <TextField
        label={t("profile.yourPassword")}
        type="password"
        autoComplete="current-password"
        {...form.field("password")}
      />
    </Form>
  );
}

export function DeleteAccount() {
  const t = useTranslate();
  const { globalRole } = useMe();
  if (globalRole === "OWNER") {
    return (
      <Panel title={t("profile.delete")}>
        <p>{t("profile.ownerStays")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("profile.delete")} purpose={t("profile.deletePurpose")}>
      <DialogButton look="destructive" label={t("profile.deleteMine")} title={t("profile.delete")}>
        {(close) => <DeleteForm close={close} />}
      </DialogButton>
    </Panel>
  );
}
