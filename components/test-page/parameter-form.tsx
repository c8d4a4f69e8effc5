"use client";

import type { FormEvent } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import type { ParameterName, TestOperation } from "./operations";
import { type Plugin, pluginsFor, type Settings } from "./settings";

interface ParameterFormProps {
  readonly operation: TestOperation;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onSend: () => void;
  readonly isBusy: boolean;
  /** Whether there are pictures to send. */
  readonly canSend: boolean;
}

type Controls = Pick<ParameterFormProps, "operation" | "settings" | "onChange">;

const texts = [
  { name: "limit", label: "testPage.limit", hint: "testPage.limitHint", mode: "numeric" },
  { name: "det_prob_threshold", label: "testPage.threshold", hint: "testPage.thresholdHint", mode: "decimal" },
  { name: "prediction_count", label: "testPage.candidates", hint: "testPage.candidatesHint", mode: "numeric" },
  { name: "facesMax", label: "testPage.facesMax", hint: "testPage.facesMaxHint", mode: "numeric" },
  { name: "minsize", label: "testPage.minsize", hint: "testPage.minsizeHint", mode: "numeric" },
  { name: "maxsize", label: "testPage.maxsize", hint: "testPage.maxsizeHint", mode: "numeric" },
  { name: "detectcount", label: "testPage.detectcount", hint: "testPage.detectcountHint", mode: "numeric" },
] as const;

/** Purposes that a face can be good for; the service knows its own. */
const profiles = ["enrolment", "icao", "webcam", "custom"] as const;

const boxes = [
  { name: "detect_faces", label: "testPage.detectFaces", hint: "testPage.detectFacesHint" },
  { name: "status", label: "testPage.status", hint: "testPage.statusHint" },
] as const;

function PluginBoxes({ operation, settings, onChange }: Controls) {
  const t = useTranslate();
  const { face_plugins: chosen } = settings;
  const set = (plugin: Plugin, isWanted: boolean) => {
    const others = chosen.filter((name) => name !== plugin);
    onChange({ ...settings, face_plugins: isWanted ? [...others, plugin] : others });
  };
  return (
    <fieldset className="flex flex-col">
      <legend className="font-medium text-sm">{t("testPage.plugins")}</legend>
      <p className="text-muted-foreground text-sm">{t("testPage.pluginsHint")}</p>
      <div className="grid grid-cols-2 gap-x-5 sm:grid-cols-3 lg:grid-cols-4">
        {pluginsFor(operation).map((plugin) => (
          <CheckField
            key={plugin}
            label={t(`testPage.${plugin}`)}
            checked={chosen.includes(plugin)}
            onChange={({ target }) => set(plugin, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Controls for every parameter of an operation, by their names on the wire. */
export function ParameterForm({ operation, settings, onChange, onSend, isBusy, canSend }: ParameterFormProps) {
  const t = useTranslate();
  const isTaken = ({ name }: { readonly name: ParameterName }) => operation.parameters.includes(name);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (canSend && !isBusy) onSend();
  };
  return (
    <form
      method="post"
      noValidate
      aria-label={t("testPage.parameters")}
      className="flex flex-col gap-4"
      onSubmit={send}
    >
      {operation.parameters.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("testPage.parametersNone")}</p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {isTaken({ name: "profile" }) ? (
          <SelectField
            label={t("testPage.profile")}
            hint={t("testPage.profileHint")}
            value={settings.profile}
            choices={[
              ["", t("testPage.profileService")],
              ...profiles.map((profile) => [profile, t(`testPage.profile_${profile}`)] as const),
            ]}
            onChange={({ target }) => onChange({ ...settings, profile: target.value })}
          />
        ) : null}
        {texts.filter(isTaken).map(({ name, label, hint, mode }) => (
          <TextField
            key={name}
            label={t(label)}
            hint={t(hint)}
            inputMode={mode}
            autoComplete="off"
            value={settings[name]}
            onChange={({ target }) => onChange({ ...settings, [name]: target.value.trim() })}
          />
        ))}
      </div>
      {isTaken({ name: "face_plugins" }) ? (
        <PluginBoxes operation={operation} settings={settings} onChange={onChange} />
      ) : null}
      <div className="grid gap-x-5 sm:grid-cols-2">
        {boxes.filter(isTaken).map(({ name, label, hint }) => (
          <CheckField
            key={name}
            label={t(label)}
            hint={t(hint)}
            checked={settings[name]}
            onChange={({ target }) => onChange({ ...settings, [name]: target.checked })}
          />
        ))}
      </div>
      <div>
        <Button type="submit" look="primary" busy={isBusy} disabled={!canSend}>
          {t("testPage.send")}
        </Button>
      </div>
    </form>
  );
}
