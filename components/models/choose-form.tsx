"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { CheckField } from "@/components/ui/field";
import { type ChoiceState, choosePack, modelPackQueries, type Pack } from "@/lib/client/model-packs";
import { useChange } from "@/lib/client/use-change";

const outcomes = { chosen: "models.chosen", downloading: "models.downloading" } as const satisfies Record<
  ChoiceState,
  string
>;

/** Shows a pack's licence, which has to be accepted, and what changing to it means. */
export function ChooseForm({ pack, close }: { readonly pack: Pack; readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  const choose = useChange(choosePack, { outdates: () => [modelPackQueries.all().queryKey] });
  const form = useValidForm({
    schema: z.object({
      isLicenceAccepted: z.boolean().check(z.refine((isAccepted) => isAccepted, { error: t("models.mustAccept") })),
    }),
    values: { isLicenceAccepted: false },
    submit: async ({ isLicenceAccepted }) => {
      const { state } = await choose.mutateAsync({ pack: pack.id, isLicenceAccepted });
      close();
      toast(t(outcomes[state], { title: pack.title }));
    },
  });
  return (
    <Form label={t("models.choose")} form={form} action={t("models.choose")} onCancel={close}>
      <p>{t("models.consequence")}</p>
      <p>
        {t("models.licence")} <span lang="en">{pack.licence}</span>
      </p>
      {pack.isCommercialUseAllowed ? null : <p className="font-medium">{t("models.onlyPrivate")}</p>}
      {pack.files.state === "downloadable" ? <p>{t("models.download")}</p> : null}
      <CheckField label={t("models.accept")} {...form.field("isLicenceAccepted")} />
    </Form>
  );
}
