"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
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

/** For accounts without a password. */
function DeleteWithAddress({ close }: DeleteFormProps) {
  const t = useTranslate();
  const { email } = useMe();
  const form = useValidForm({
    schema: z.object({ email: z.literal(email, { error: t("shared.mustBe", { name: email }) }) }),
    values: { email: "" as string },
    submit: async (input) => {
      await deleteMe(input);
      window.location.assign("/sign-in?done=deleted");
    },
  });
  return (
    <Form label="Delete my account" form={form} action="Delete my account" destructive onCancel={close}>
      <p>Your account is removed for good. Applications that you own go to the owner of this server.</p>
      <TextField label={t("shared.typeToConfirm", { name: email })} autoComplete="off" {...form.field("email")} />
    </Form>
  );
}

function DeleteWithPassword({ close }: DeleteFormProps) {
  const form = useValidForm({
    schema,
    values: { password: "" },
    submit: async (input) => {
      await deleteMe(input);
      window.location.assign("/sign-in?done=deleted");
    },
  });
  return (
    <Form label="Delete my account" form={form} action="Delete my account" destructive onCancel={close}>
      <p>Your account is removed for good. Applications that you own go to the owner of this server.</p>
      <TextField label="Your password" type="password" autoComplete="current-password" {...form.field("password")} />
    </Form>
  );
}

export function DeleteAccount() {
  const { globalRole } = useMe();
  if (globalRole === "OWNER") {
    return (
      <Panel title="Delete account">
        <p>The owner of the server cannot be deleted. Make somebody else the owner first.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Delete account" purpose="Removes your account from this server.">
      <DialogButton look="destructive" label="Delete my account" title="Delete account">
        {(close) => <DeleteForm close={close} />}
      </DialogButton>
    </Panel>
  );
}
