"use client";

import { useDeferredValue, useRef, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Panel } from "@/components/ui/panel";
import { ApiChoice } from "./api-choice";
import type { TestOperation, TestOperations } from "./operations";
import { ParameterForm } from "./parameter-form";
import type { Picture } from "./picture";
import { PictureSource } from "./picture-source";
import { RequestPanel } from "./request-panel";
import { ResponsePanel } from "./response-panel";
import { Result } from "./result";
import { initialSettings, queryOf } from "./settings";
import { TimesPanel } from "./times-panel";
import { usePastedPicture } from "./use-pasted-picture";
import { type ChosenFiles, usePlaces } from "./use-places";
import { useTrial } from "./use-trial";

interface TesterProps {
  readonly serviceId: string;
  readonly operations: TestOperations;
}

/** Those of the chosen pictures that the operation takes. */
function picturesFor({ series, pictures: parts }: TestOperation, chosen: readonly (Picture | undefined)[]) {
  return chosen.slice(0, series?.max ?? parts.length).filter((picture) => picture !== undefined);
}

/** Everything to try a service with: pictures, parameters, and what comes back. */
export function Tester({ serviceId, operations }: TesterProps) {
  const t = useTranslate();
  const [operation, setOperation] = useState(operations[0]);
  const [settings, setSettings] = useState(initialSettings);
  const { pictures, put } = usePlaces();
  // What is chosen while a picture loads is what it is sent to.
  const target = useRef(operation);
  const { shown, send, isBusy, failure } = useTrial(serviceId);
  // After the boxes, which are what the reader waits for.
  const told = useDeferredValue(shown);
  const query = queryOf(settings, operation);
  const all = picturesFor(operation, pictures);
  const isComplete = all.length >= operation.pictures.length;

  const take = async (at: number, files: ChosenFiles, keepsShown = false): Promise<boolean> => {
    const next = await put(at, files, operation);
    const given = next?.filter((one) => one !== undefined) ?? [];
    if (next === null || given.length < next.length) return true;
    const { current } = target;
    const sent = picturesFor(current, given);
    return send({ operation: current, pictures: sent, query: queryOf(settings, current), keepsShown });
  };
  const choose = (next: TestOperation) => {
    target.current = next;
    setOperation(next);
    const given = picturesFor(next, pictures);
    if (isComplete) void send({ operation: next, pictures: given, query: queryOf(settings, next) });
  };
  usePastedPicture((file) => {
    const empty = operation.pictures.findIndex((_, at) => pictures[at] === undefined);
    void take(empty < 0 ? operation.pictures.length - 1 : empty, [file]);
  });
  return (
    <>
      <Panel title={t("testPage.title")} purpose={t("testPage.purpose")}>
        <div className={`grid gap-6 ${operation.pictures.length > 1 ? "md:grid-cols-2" : ""}`}>
          {operation.pictures.map(({ name, label }, at) => (
            <PictureSource
              key={name}
              label={t(label)}
              chosen={operation.series ? all.map(({ file }) => file.name).join(", ") : pictures[at]?.file.name}
              filesMax={operation.series?.max ?? 1}
              onFiles={(files, isLive) => take(at, files, isLive)}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t("testPage.result")}>
        {operations.length === 1 ? null : <ApiChoice operations={operations} chosen={operation} onChange={choose} />}
        {failure === null ? null : <ProblemAlert error={failure} />}
        {shown === null ? <EmptyState title={t("testPage.resultNone")} /> : <Result shown={shown} />}
      </Panel>
      <Panel title={t("testPage.parameters")}>
        <ParameterForm
          operation={operation}
          settings={settings}
          onChange={setSettings}
          onSend={() => void send({ operation, pictures: all, query })}
          isBusy={isBusy}
          canSend={isComplete}
        />
      </Panel>
      <RequestPanel operation={operation} query={shown?.query ?? query} pictures={operation.series ? all : pictures} />
      {told?.answer ? <ResponsePanel answer={told.answer} /> : null}
      {told?.answer ? <TimesPanel shown={told} answer={told.answer} /> : null}
    </>
  );
}
