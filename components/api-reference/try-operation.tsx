"use client";

import { type FormEvent, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { CodeBlock } from "@/components/shared/code-block";
import { useIsInteractive } from "@/components/shared/use-is-interactive";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { type Address, buildRequest, filesOf } from "./build-request";
import type { ApiOperation } from "./types";

interface TryOperationProps extends Address {
  readonly operation: ApiOperation;
  readonly apiKey: string;
}

/** Status and text of an answer; of a picture only its size, since what it shows is nobody else's business. */
async function describeAnswer(response: Response): Promise<string> {
  const line = `${response.status} ${response.statusText}`.trim();
  if (response.headers.get("content-type") !== "application/octet-stream") return `${line}\n\n${await response.text()}`;
  return `${line}\n\n${(await response.arrayBuffer()).byteLength} bytes`;
}

/** A form with the parameters of an operation, which sends it and shows the answer. */
export function TryOperation({ method, path, operation, apiKey }: TryOperationProps) {
  const t = useTranslate();
  const isInteractive = useIsInteractive();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const files = filesOf(operation);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { url, init } = buildRequest({ method, path }, operation, new FormData(event.currentTarget), apiKey);
    setBusy(true);
    setAnswer(await fetch(url, init).then(describeAnswer, () => t("apiReference.unreachable")));
    setBusy(false);
  };
  return (
    <form
      method="post"
      aria-label={operation.summary}
      className="flex flex-col gap-4"
      onSubmit={(event) => void send(event)}
    >
      <fieldset disabled={!isInteractive} className="grid gap-4 sm:grid-cols-2">
        {operation.parameters.map(({ name, in: place, required, description }) => (
          <TextField key={name} name={`${place}.${name}`} label={name} hint={description} required={required} />
        ))}
        {files?.map(({ name, accept }) => (
          <TextField key={name} name={`file.${name}`} label={name} type="file" accept={accept} required />
        ))}
        {operation.requestBody !== undefined && files === null ? (
          <TextField name="json" label={t("apiReference.json")} required />
        ) : null}
      </fieldset>
      <div>
        <Button type="submit" look="primary" busy={busy} disabled={!isInteractive}>
          {t("apiReference.send")}
        </Button>
      </div>
      <div role="status">{answer === null ? null : <CodeBlock label={t("apiReference.answer")} code={answer} />}</div>
    </form>
  );
}
